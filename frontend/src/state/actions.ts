import { m } from '../i18n';
import { addEdit, moveEdit } from './edits';
import type { Page } from './context';
import type { Pass } from './plan';
import type { Request } from './world';
import type { Placement } from '../timeline/placement';

/** What a planner does to passes, wherever it is asked for: by key, button or drag. */

/** The pass that is selected, or the only one of the request that is. */
export function selectedPass({ session, ui }: Page): Pass | null {
  const { plan } = session;
  const { selection } = ui;
  if (!plan || !selection) {
    return null;
  }
  if (selection.kind === 'pass') {
    return plan.passById.get(selection.id) ?? null;
  }
  const passes = plan.outcomeById.get(selection.id)?.passes ?? [];
  return passes.length === 1 ? (passes[0] as Pass) : null;
}

export async function togglePin({ editor }: Page, pass: Pass): Promise<void> {
  const label = pass.pinned ? m.edit.labels.unpinned(pass.label) : m.edit.labels.pinned(pass.label);
  await editor.run([{ type: 'CHANGE', pass: pass.id, pinned: !pass.pinned }], label);
}

/** Takes a pass out; its request stays selected. */
export async function unassign({ editor, ui }: Page, pass: Pass): Promise<void> {
  if (await editor.run([{ type: 'REMOVE', pass: pass.id }], m.edit.labels.removed(pass.label))) {
    ui.reselect({ kind: 'request', id: pass.request });
  }
}

export async function movePass({ editor }: Page, pass: Pass, to: Placement): Promise<void> {
  const edit = moveEdit(pass, to);
  if (edit) {
    const kept = to.eot - to.bot === pass.eot - pass.bot;
    const label = kept ? m.edit.labels.moved(pass.label) : m.edit.labels.resized(pass.label);
    await editor.run([edit], label);
  }
}

export async function placeRequest({ editor, ui }: Page, request: Request, to: Placement): Promise<void> {
  const view = await editor.run([addEdit(request.id, to)], m.edit.labels.placed(request.id));
  if (view?.pass) {
    ui.reselect({ kind: 'pass', id: view.pass.id });
  }
}

/** The keys that change the schedule; true when the event was one. */
export function editKey(page: Page, event: KeyboardEvent): boolean {
  const { editor, session } = page;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (command && !event.altKey && (key === 'z' || key === 'y')) {
    if (session.editable) {
      void (key === 'y' || event.shiftKey ? editor.redo() : editor.undo());
    }
    event.preventDefault();
    return true;
  }
  if (command || event.altKey) {
    return false;
  }
  const pass = selectedPass(page);
  if (key === 'm' && page.ui.selection) {
    page.ui.startAdjust(pass ? { kind: 'pass', id: pass.id } : page.ui.selection);
    event.preventDefault();
    return true;
  }
  if (key === 'p' || event.key === 'Delete' || event.key === 'Backspace') {
    if (pass && session.editable) {
      void (key === 'p' ? togglePin(page, pass) : unassign(page, pass));
    } else if (pass && session.running) {
      session.message = m.edit.notWhileSolving;
    }
    event.preventDefault();
    return true;
  }
  return false;
}
