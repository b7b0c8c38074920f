import { createContext } from 'svelte';
import type { Adjust } from './adjust.svelte';
import type { Editor } from './editor.svelte';
import type { Replan } from './replan.svelte';
import type { Intake } from './intake.svelte';
import type { Revisions } from './revisions.svelte';
import type { Session } from './session.svelte';
import type { Ui } from './ui.svelte';

export interface Page {
  session: Session;
  editor: Editor;
  adjust: Adjust;
  replan: Replan;
  intake: Intake;
  revisions: Revisions;
  ui: Ui;
}

export const [getPage, setPage] = createContext<Page>();
