import { describe, expect, it } from 'vitest';
import type { Edit, Track } from '../api/types';
import { at, ms, problem, request, schedule, track, viewPeriod } from '../test/builders';
import { inverseEdits, iso, moveEdit, rebased, renamed, withNames } from './edits';
import { buildPlan } from './plan';
import { buildWorld } from './world';

const A = track('A/1#1', 2, 4);
const B = track('B/1#1', 6, 8);

/** What the server does with edits, as far as tracks go. */
function applied(tracks: readonly Track[], edits: readonly Edit[]): Track[] {
  const list = new Map(tracks.map((each) => [each.id, each]));
  for (const edit of edits) {
    if (edit.type === 'REMOVE') {
      list.delete(edit.pass);
    } else if (edit.type === 'CHANGE') {
      const old = list.get(edit.pass) as Track;
      const { antennas = old.antennas, bot = old.bot, eot = old.eot, pinned = old.pinned } = edit;
      list.set(old.id, { ...old, antennas, bot, eot, pinned });
    } else {
      let number = 1;
      while (list.has(`${edit.request}#${number}`)) {
        number++;
      }
      const { antennas, bot, eot, pinned = false } = edit;
      const id = `${edit.request}#${number}`;
      list.set(id, { ...track(id, 0, 1), antennas, bot, eot, pinned });
    }
  }
  return [...list.values()];
}

const places = (tracks: readonly Track[]) =>
  tracks
    .map(({ id, antennas, bot, eot, pinned }) => `${id} ${antennas.join()} ${bot} ${eot} ${pinned}`)
    .sort();

describe('iso', () => {
  it('writes whole seconds as the API does', () => {
    expect(iso(ms(3))).toBe('2026-12-07T03:00:00Z');
    expect(iso(ms(3) + 1_499)).toBe('2026-12-07T03:00:01Z');
  });
});

describe('moveEdit', () => {
  const world = buildWorld(problem(), [request('A/1')], [viewPeriod(0, 8)]);
  const pass = buildPlan(world, schedule({ tracks: [A] })).passes[0];

  it('names all of the new place, and is nothing where nothing changes', () => {
    if (!pass) {
      throw new Error('no pass');
    }
    const here = { antennas: ['KDSA'], bot: pass.bot, eot: pass.eot };
    expect(moveEdit(pass, here)).toBeNull();
    expect(moveEdit(pass, { ...here, eot: ms(5) })).toEqual({
      type: 'CHANGE',
      pass: 'A/1#1',
      antennas: ['KDSA'],
      bot: at(2, 0),
      eot: at(5, 0),
    });
  });
});

describe('inverseEdits', () => {
  it.each<[string, Edit[]]>([
    ['a move', [{ type: 'CHANGE', pass: 'A/1#1', antennas: ['DSS-26'], bot: at(3), eot: at(5) }]],
    ['a pin', [{ type: 'CHANGE', pass: 'A/1#1', pinned: true }]],
    ['a removal', [{ type: 'REMOVE', pass: 'B/1#1' }]],
    ['an addition', [{ type: 'ADD', request: 'B/1', antennas: ['KDSA'], bot: at(9), eot: at(10) }]],
    [
      'several at once',
      [
        { type: 'REMOVE', pass: 'A/1#1' },
        { type: 'CHANGE', pass: 'B/1#1', bot: at(5), eot: at(7) },
        { type: 'ADD', request: 'C/1', antennas: ['KDSA'], bot: at(9), eot: at(10), pinned: true },
      ],
    ],
  ])('leads back from %s', (_, edits) => {
    const before = [A, B];
    const after = applied(before, edits);
    expect(places(after)).not.toEqual(places(before));
    expect(places(applied(after, inverseEdits(before, after)))).toEqual(places(before));
  });

  it('is empty where nothing changed', () => {
    expect(inverseEdits([A, B], [B, A])).toEqual([]);
  });
});

describe('renamed', () => {
  it('finds a pass that came back under another number, and steps follow it', () => {
    const gone = track('A/1#3', 2, 4);
    const back: Edit = { type: 'ADD', request: 'A/1', antennas: ['KDSA'], bot: at(2), eot: at(4) };
    const names = renamed([back], [gone], [track('A/1#1', 2, 4), B]);
    expect([...names]).toEqual([['A/1#3', 'A/1#1']]);
    expect(withNames([{ type: 'REMOVE', pass: 'A/1#3' }, back], names)).toEqual([
      { type: 'REMOVE', pass: 'A/1#1' },
      back,
    ]);
  });

  it('says nothing about one that kept its number', () => {
    const back: Edit = { type: 'ADD', request: 'A/1', antennas: ['KDSA'], bot: at(2), eot: at(4) };
    expect(renamed([back], [A], [A]).size).toBe(0);
  });
});

describe('rebased', () => {
  it('keeps what still applies, puts back what is to move, and drops what is gone anyway', () => {
    const move: Edit = { type: 'CHANGE', pass: 'A/1#1', antennas: ['KDSA'], bot: at(3), eot: at(5) };
    expect(rebased([move], [A, B], [A])).toEqual([move]);
    expect(rebased([move], [A, B], [B])).toEqual([
      { type: 'ADD', request: 'A/1', antennas: ['KDSA'], bot: at(3), eot: at(5), pinned: false },
    ]);
    expect(rebased([{ type: 'REMOVE', pass: 'A/1#1' }], [A, B], [B])).toEqual([]);
  });
});
