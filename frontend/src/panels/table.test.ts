import { describe, expect, it } from 'vitest';
import { buildPlan } from '../state/plan';
import { buildWorld } from '../state/world';
import { problem, request, schedule, track } from '../test/builders';
import { mentions, visibleRange } from './table';

describe('visibleRange', () => {
  it('covers what is seen with a few rows to spare', () => {
    expect(visibleRange(0, 200, 29, 1000)).toEqual({ first: 0, last: 13 });
    expect(visibleRange(2900, 200, 29, 1000)).toEqual({ first: 94, last: 113 });
  });

  it('stays inside a table that became shorter than the scroll position', () => {
    expect(visibleRange(2900, 200, 29, 10)).toEqual({ first: 4, last: 10 });
    expect(visibleRange(0, 200, 29, 0)).toEqual({ first: 0, last: 0 });
  });
});

describe('mentions', () => {
  const world = buildWorld(problem(), [request('KPLO-TM/1')], []);
  const [pass] = buildPlan(world, schedule({ tracks: [track('KPLO-TM/1#1', 1, 2)] })).passes;

  it('finds a pass by id, spacecraft, mission and antenna, in any case', () => {
    for (const words of [[], ['kplo-tm'], ['danuri'], ['kdsa', 'danuri']]) {
      expect(pass && mentions(pass, words), words.join(' ')).toBe(true);
    }
    expect(pass && mentions(pass, ['danuri', 'goldstone'])).toBe(false);
  });
});
