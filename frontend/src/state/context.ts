import { createContext } from 'svelte';
import type { Session } from './session.svelte';
import type { Ui } from './ui.svelte';

export interface Page {
  session: Session;
  ui: Ui;
}

export const [getPage, setPage] = createContext<Page>();
