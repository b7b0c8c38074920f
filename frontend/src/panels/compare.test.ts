import { describe, expect, it } from 'vitest';
import type { RevisionDiff } from '../api/types';
import { buildPlan } from '../state/plan';
import { buildWorld } from '../state/world';
import { problem, request, schedule, track } from '../test/builders';
import { markBox, marksOf } from '../timeline/compare';
import { buildRows, laneBox } from '../timeline/layout';
import { countDifferences, differences } from './compare';

const DIFF: RevisionDiff = {
  from: 2,
  to: 5,
  valueDelta: 1.5,
  added: [track('KPLO-TM/3#1', 20, 22)],
  removed: [track('LRO-TM/1#1', 9, 10, { spacecraft: 'LRO' })],
  changed: [
    {
      id: 'KPLO-TM/1#1',
      before: track('KPLO-TM/1#1', 1, 3),
      after: track('KPLO-TM/1#1', 5, 7),
      moved: true,
      repinned: true,
    },
    {
      id: 'KPLO-TM/2#1',
      before: track('KPLO-TM/2#1', 12, 13),
      after: track('KPLO-TM/2#1', 12, 13, { pinned: true }),
      moved: false,
      repinned: true,
    },
  ],
};

describe('the list of differences', () => {
  it('has a line for each, in time order', () => {
    expect(differences(DIFF).map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'moved KPLO-TM/1#1',
      'gone LRO-TM/1#1',
      'pinned KPLO-TM/2#1',
      'added KPLO-TM/3#1',
    ]);
  });

  it('counts by sign', () => {
    expect(countDifferences(DIFF)).toBe('+1 −1 ~2');
    expect(countDifferences({ ...DIFF, added: [], removed: [], changed: [] })).toBe('±0');
  });
});

describe('marks on the timeline', () => {
  const world = buildWorld(problem(), [request('KPLO-TM/1')], []);

  it('show a moved track where it was and where it is, in the colour of its mission', () => {
    const marks = marksOf(DIFF, world);
    expect(marks.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'gone LRO-TM/1#1',
      'before KPLO-TM/1#1',
      'moved KPLO-TM/1#1',
      'pinned KPLO-TM/2#1',
      'added KPLO-TM/3#1',
    ]);
    expect(marks[0]).toMatchObject({ craft: 'LRO', style: world.crafts.get('LRO')?.mission.style });
  });

  it('lie in the lane of their pass where it is still there, else in the whole band', () => {
    const tracks = [track('KPLO-TM/1#1', 5, 7), track('KPLO-TM/9#1', 6, 8)];
    const [row] = buildRows(world, buildPlan(world, schedule({ tracks })), 'antennas');
    const box = { top: 0, height: 200 };
    const [, before, after] = marksOf(DIFF, world);
    if (!row || !before || !after) {
      throw new Error('no row or no marks');
    }
    expect(row.lanes).toBe(2);
    expect(markBox(row, box, after)).toEqual(laneBox(box, 0, 2));
    expect(markBox(row, box, before)).toEqual(laneBox(box, 0, 1));
  });
});
