import { en, type Messages } from './en';

/** The page's words. */
export const m: Messages = en;
