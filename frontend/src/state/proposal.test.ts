import { describe, expect, it } from 'vitest';
import { ms, problem, request, track } from '../test/builders';
import { compare, isEmpty } from './proposal';
import { buildWorld } from './world';

const world = buildWorld(problem(), [request('A/1'), request('B/1'), request('C/1')], []);

describe('compare', () => {
  it('tells what is new, what is gone and what moved', () => {
    const { added, removed, moved } = compare(
      world,
      [track('A/1#1', 2, 4), track('B/1#1', 6, 8), track('D/1#1', 9, 10)],
      [track('A/1#1', 3, 5), track('C/1#1', 6, 8), track('D/1#1', 9, 10, { pinned: true })],
    );
    expect(added.map((pass) => pass.id)).toEqual(['C/1#1']);
    expect(removed.map((pass) => pass.id)).toEqual(['B/1#1']);
    expect(moved.map(({ before, after }) => [before.bot, after.bot])).toEqual([[ms(2), ms(3)]]);
  });

  it('is empty for a schedule and itself', () => {
    const tracks = [track('A/1#1', 2, 4)];
    expect(isEmpty(compare(world, tracks, tracks))).toBe(true);
    expect(isEmpty(compare(world, tracks, []))).toBe(false);
  });
});
