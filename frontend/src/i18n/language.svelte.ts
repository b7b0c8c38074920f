import { en, type Messages } from './en';
import { ko } from './ko';

const MESSAGES = { en, ko };

export type Language = keyof typeof MESSAGES;

const LANGUAGE_KEY = 'yeoju-language';

/** The choice of an earlier visit, else what the browser asks for. */
function firstLanguage(): Language {
  if (typeof document === 'undefined') {
    return 'en';
  }
  try {
    const stored = localStorage.getItem(LANGUAGE_KEY);
    if (stored === 'en' || stored === 'ko') {
      return stored;
    }
  } catch {
    // A browser that stores nothing: it still says what it prefers.
  }
  return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

let current = $state<Language>(firstLanguage());

export function getLanguage(): Language {
  return current;
}

export function setLanguage(language: Language): void {
  current = language;
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // The choice lasts as long as the page.
  }
}

/** The page's words in the language of the moment: whatever reads them in a template or an effect follows a switch. */
export const m: Messages = new Proxy(en, {
  get: (_, key) => Reflect.get(MESSAGES[current], key) as unknown,
});
