// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../api/client';
import { at, ms, track, viewPeriod } from '../test/builders';
import { Server } from '../test/server';
import { Adjust } from './adjust.svelte';
import { Editor } from './editor.svelte';
import { Intake } from './intake.svelte';
import { Replan } from './replan.svelte';
import { Revisions } from './revisions.svelte';
import { Session } from './session.svelte';
import { Ui } from './ui.svelte';

async function open() {
  const server = new Server(track('A/1#1', 2, 4));
  server.viewPeriods = [viewPeriod(0, 20)];
  const session = new Session(new Client('api/v1', server.fetch as unknown as typeof fetch));
  const page = {
    session,
    ui: new Ui(),
    editor: new Editor(session),
    adjust: new Adjust(),
    replan: new Replan(),
    intake: new Intake(session),
    revisions: new Revisions(session),
  };
  page.adjust.attach(page);
  page.replan.attach(page);
  await session.open('s');
  return { server, ...page };
}

const A = { kind: 'pass', id: 'A/1#1' } as const;

describe('Adjust', () => {
  it('starts where the pass is, is scored where it goes, and is saved there', async () => {
    const { server, session, editor, adjust } = await open();
    expect(adjust.start(A, 'whole', true)).toBe(true);
    expect(adjust.place).toEqual({ antennas: ['KDSA'], bot: ms(2), eot: ms(4) });
    expect(server.whatIfs).toHaveLength(0);
    adjust.moveTo({ antennas: ['KDSA'], bot: ms(5), eot: ms(7) });
    await vi.waitFor(() => expect(editor.trial?.valueDelta).toBe(-0.5));
    expect(server.revisions).toHaveLength(1);
    await adjust.keep();
    expect(session.schedule?.tracks[0]?.bot).toBe(at(5));
    expect(editor.undoLabel).toBe('A/1 moved');
    expect([adjust.subject, adjust.place, editor.trial]).toEqual([null, null, null]);
  });

  it('leaves everything as it was when it is given up', async () => {
    const { server, adjust, editor } = await open();
    adjust.start(A, 'end', false);
    adjust.moveTo({ antennas: ['KDSA'], bot: ms(2), eot: ms(6) });
    adjust.cancel();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(server.revisions).toHaveLength(1);
    expect([adjust.subject, editor.trial, editor.undoLabel]).toEqual([null, null, null]);
  });

  it('leaves a placement alone that began after another one was given up while it was saved', async () => {
    const { adjust } = await open();
    adjust.start(A, 'whole', true);
    adjust.moveTo({ antennas: ['KDSA'], bot: ms(5), eot: ms(7) });
    const kept = adjust.keep();
    adjust.cancel();
    adjust.start(A, 'end', true);
    await kept;
    expect(adjust.subject?.part).toBe('end');
    expect(adjust.saving).toBe(false);
  });

  it('saves nothing where nothing moved, or where a request cannot go', async () => {
    const { server, adjust } = await open();
    adjust.start(A, 'whole', true);
    await adjust.keep();
    adjust.start({ kind: 'request', id: 'B/1' }, 'whole', false);
    expect(adjust.place).toBeNull();
    await adjust.keep();
    expect(server.revisions).toHaveLength(1);
  });

  it('puts a request first where it is free, and selects its new pass', async () => {
    const { session, adjust, ui } = await open();
    adjust.start({ kind: 'request', id: 'B/1' }, 'whole', true);
    // A/1 occupies its antenna from 1:30 to 4:15, and maintenance from 9 to 12.
    expect(adjust.place).toEqual({ antennas: ['KDSA'], bot: ms(4, 45), eot: ms(8, 45) });
    await adjust.keep();
    expect(session.schedule?.tracks).toHaveLength(2);
    expect(ui.selection).toEqual({ kind: 'pass', id: 'B/1#1' });
  });

  it('does not start while the schedule is being solved', async () => {
    const { session, adjust } = await open();
    session.status = session.status && { ...session.status, status: 'SOLVING' };
    expect(adjust.start(A, 'whole', true)).toBe(false);
    expect(adjust.subject).toBeNull();
  });
});
