/** A field of a file that a JSON pointer (RFC 6901) names, as a planner finds it. */
export interface Place {
  /** `requests[3].minDuration` */
  path: string;
  /** The id or name of the innermost thing around it that has one. */
  owner: string | null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function titleOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return null;
  }
  const { id, name, catalogue } = value as Record<string, unknown>;
  return (
    [id, name, catalogue].find((each): each is string => typeof each === 'string' && each !== '') ?? null
  );
}

/** Where pointers lead in the text of a file; without a text, or with one that is no JSON, nothing is around them. */
export function placesIn(text: string | null): (pointer: string) => Place {
  const root = text === null ? null : parse(text);
  return (pointer) => {
    const keys = pointer
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    let value: unknown = root;
    let path = '';
    let owner: string | null = null;
    for (const [depth, key] of keys.entries()) {
      const inList = Array.isArray(value) || (value === null && /^\d+$/.test(key));
      path += inList ? `[${key}]` : path === '' ? key : `.${key}`;
      value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : null;
      if (depth < keys.length - 1 || typeof value === 'object') {
        owner = titleOf(value) ?? owner;
      }
    }
    return { path, owner };
  };
}

/** The server's messages end with what to do: "… Maybe swap them." */
export function splitFix(message: string): { wrong: string; fix: string | null } {
  const at = message.search(/ Maybe (?=\S)/);
  return at < 0 ? { wrong: message, fix: null } : { wrong: message.slice(0, at), fix: message.slice(at + 1) };
}
