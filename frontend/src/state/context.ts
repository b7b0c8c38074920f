import { createContext } from 'svelte';
import type { Editor } from './editor.svelte';
import type { Session } from './session.svelte';
import type { Ui } from './ui.svelte';

export interface Page {
  session: Session;
  editor: Editor;
  ui: Ui;
}

export const [getPage, setPage] = createContext<Page>();
