// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../api/client';
import type { Edit, RankedPlace, Track } from '../api/types';
import { at, track } from '../test/builders';
import { Server } from '../test/server';
import { Editor, UNDO_DEPTH } from './editor.svelte';
import { Session } from './session.svelte';

async function open(...tracks: Track[]) {
  const server = new Server(...tracks);
  const session = new Session(new Client('api/v1', server.fetch as unknown as typeof fetch));
  const editor = new Editor(session);
  await session.open('s');
  return { server, session, editor };
}

const A = track('A/1#1', 2, 4);
const B = track('B/1#1', 6, 8);
const move = (hour: number): Edit => ({ type: 'CHANGE', pass: 'A/1#1', bot: at(hour), eot: at(hour + 2) });
const bots = (session: Session) =>
  session.schedule?.tracks.map((each) => `${each.id} ${each.bot.slice(11, 16)}`);

describe('Editor', () => {
  it('saves an edit as a revision, says what it did, undoes and redoes it', async () => {
    const { server, session, editor } = await open(A, B);
    expect(session.editable).toBe(true);
    await editor.run([move(10)], 'A moved');
    expect(bots(session)).toEqual(['A/1#1 10:00', 'B/1#1 06:00']);
    expect(session.status?.revision).toBe(2);
    expect(editor.effect).toEqual({ label: 'A moved', valueDelta: -0.5, newViolations: [], gone: 0 });
    expect(editor.undoLabel).toBe('A moved');
    await editor.undo();
    expect(bots(session)).toEqual(['A/1#1 02:00', 'B/1#1 06:00']);
    expect([editor.undoLabel, editor.redoLabel]).toEqual([null, 'A moved']);
    await editor.redo();
    expect(bots(session)).toEqual(['A/1#1 10:00', 'B/1#1 06:00']);
    expect(server.revisions).toHaveLength(4);
    expect(session.message).toBeNull();
  });

  it(`goes back ${UNDO_DEPTH} steps and forward again`, async () => {
    const { session, editor } = await open(A, B);
    for (let k = 0; k < UNDO_DEPTH + 5; k++) {
      await editor.run([{ type: 'CHANGE', pass: 'B/1#1', bot: at(6, k), eot: at(8, k) }], `step ${k}`);
    }
    let steps = 0;
    while (editor.undoLabel !== null) {
      await editor.undo();
      steps++;
    }
    expect(steps).toBe(UNDO_DEPTH);
    expect(bots(session)?.[1]).toBe('B/1#1 06:04');
    while (editor.redoLabel !== null) {
      await editor.redo();
    }
    expect(bots(session)?.[1]).toBe('B/1#1 06:54');
  });

  it('does edits that are asked for at once one after the other', async () => {
    const { session, editor } = await open(A, B);
    await Promise.all([
      editor.run([move(10)], 'one'),
      editor.run([{ type: 'CHANGE', pass: 'A/1#1', pinned: true }], 'two'),
      editor.run([{ type: 'REMOVE', pass: 'B/1#1' }], 'three'),
    ]);
    expect(session.schedule?.tracks).toHaveLength(1);
    expect(session.schedule?.tracks[0]).toMatchObject({ bot: at(10), pinned: true });
    expect(editor.conflict).toBeNull();
  });

  it('knows a pass again that comes back under another number', async () => {
    const { session, editor } = await open(track('A/1#2', 2, 4), B);
    await editor.run([{ type: 'CHANGE', pass: 'A/1#2', bot: at(3), eot: at(5) }], 'moved');
    await editor.run([{ type: 'REMOVE', pass: 'A/1#2' }], 'out');
    await editor.undo();
    expect(bots(session)).toContain('A/1#1 03:00');
    await editor.undo();
    expect(bots(session)).toContain('A/1#1 02:00');
    expect(session.message).toBeNull();
  });

  it('offers a merge when somebody else was faster: theirs', async () => {
    const { server, session, editor } = await open(A, B);
    server.revisions.push([B]);
    await editor.run([move(10)], 'A moved');
    expect(editor.conflict).toMatchObject({ label: 'A moved', details: { version: '2-2' } });
    expect(bots(session)).toHaveLength(2);
    await editor.takeTheirs();
    expect(editor.conflict).toBeNull();
    expect(bots(session)).toEqual(['B/1#1 06:00']);
    expect(server.revisions).toHaveLength(2);
  });

  it('offers a merge when somebody else was faster: mine on top of theirs', async () => {
    const { server, session, editor } = await open(A, B);
    server.revisions.push([B]);
    await editor.run([move(10)], 'A moved');
    await editor.reapplyMine();
    expect(bots(session)).toEqual(['B/1#1 06:00', 'A/1#1 10:00']);
    expect(server.revisions).toHaveLength(3);
    await editor.undo();
    expect(bots(session)).toEqual(['B/1#1 06:00']);
  });

  it('undoes a solve by going back to the revision before it, and does it again', async () => {
    const { server, session, editor } = await open(A, B);
    server.revisions.push([B]);
    await session.refresh();
    session.watch?.jumped(1, 2);
    await editor.undo();
    expect(bots(session)).toHaveLength(2);
    await editor.redo();
    expect(bots(session)).toEqual(['B/1#1 06:00']);
    expect(server.revisions).toHaveLength(4);
  });

  it('goes back to an older revision as a step that can be undone', async () => {
    const { server, session, editor } = await open(A, B);
    await editor.run([move(10)], 'A moved');
    await editor.restore(1, 'r1 restored');
    expect(bots(session)).toContain('A/1#1 02:00');
    expect([editor.undoLabel, editor.effect?.label]).toEqual(['r1 restored', 'r1 restored']);
    await editor.undo();
    expect(bots(session)).toContain('A/1#1 10:00');
    expect(server.revisions).toHaveLength(4);
  });

  it('does nothing to a schedule that is opened while an edit of another one is under way', async () => {
    const { server, session, editor } = await open(A, B);
    const edits = [editor.run([move(10)], 'one'), editor.run([{ type: 'REMOVE', pass: 'B/1#1' }], 'two')];
    await Promise.resolve();
    expect(editor.saving).toBe(true);
    session.watch?.opened();
    expect(await Promise.all(edits)).toEqual([null, null]);
    expect(bots(session)).toEqual(['A/1#1 02:00', 'B/1#1 06:00']);
    expect([editor.undoLabel, editor.effect, editor.saving]).toEqual([null, null, false]);
    expect(server.revisions).toHaveLength(2);
  });

  it('moves who gives way to the best place that is free, and takes all of it back at once', async () => {
    const { server, session, editor } = await open(A, B);
    const place = (hour: number, displaces: string[]) => ({
      displaces,
      valueDelta: 1,
      edits: [{ type: 'ADD', request: 'B/1', antennas: ['KDSA'], bot: at(hour), eot: at(hour + 2) }],
    });
    vi.spyOn(session.client, 'places').mockResolvedValue([
      place(3, ['A/1#1']),
      place(12, []),
    ] as unknown as RankedPlace[]);
    const edits: Edit[] = [
      { type: 'REMOVE', pass: 'B/1#1' },
      { type: 'CHANGE', pass: 'A/1#1', bot: at(6), eot: at(8) },
    ];
    await editor.makeRoom(edits, ['B/1'], 'A placed');
    expect(bots(session)).toEqual(['A/1#1 06:00', 'B/1#1 12:00']);
    expect(editor.effect).toMatchObject({ label: 'A placed', valueDelta: -1 });
    await editor.undo();
    expect(bots(session)?.toSorted()).toEqual(['A/1#1 02:00', 'B/1#1 06:00']);
    expect(editor.undoLabel).toBeNull();
    await editor.redo();
    expect(bots(session)?.toSorted()).toEqual(['A/1#1 06:00', 'B/1#1 12:00']);
    expect(server.revisions).toHaveLength(5);
  });

  it('lets go of a step that became impossible, and says why', async () => {
    const { server, session, editor } = await open(A, B);
    await editor.run([move(10)], 'A moved');
    server.revisions.push([B]);
    await session.refresh();
    await editor.undo();
    expect(session.message).toContain('not in this schedule');
    expect(editor.undoLabel).toBeNull();
  });

  it('scores the last placement asked for, and none after it was given up', async () => {
    const { server, editor } = await open(A, B);
    await Promise.all([editor.tryOut([move(3)]), editor.tryOut([move(4)]), editor.tryOut([move(5)])]);
    await vi.waitFor(() => expect(server.whatIfs.at(-1)).toEqual([move(5)]));
    expect(server.whatIfs.length).toBeLessThan(3);
    await vi.waitFor(() => expect(editor.trial?.valueDelta).toBe(-0.5));
    void editor.tryOut([move(6)]);
    void editor.tryOut(null);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(editor.trial).toBeNull();
    expect(server.revisions).toHaveLength(1);
  });
});
