import { describe, expect, it } from 'vitest';
import { at, track } from '../test/builders';
import { trackDiff } from './preview';

describe('trackDiff', () => {
  it('tells what is new, what is gone, what moved and what was only pinned', () => {
    const { added, removed, changed } = trackDiff(
      [track('A/1#1', 2, 4), track('B/1#1', 6, 8), track('D/1#1', 9, 10)],
      [track('A/1#1', 3, 5), track('C/1#1', 6, 8), track('D/1#1', 9, 10, { pinned: true })],
    );
    expect(added.map(({ id }) => id)).toEqual(['C/1#1']);
    expect(removed.map(({ id }) => id)).toEqual(['B/1#1']);
    expect(changed.map(({ id, moved, repinned }) => [id, moved, repinned])).toEqual([
      ['A/1#1', true, false],
      ['D/1#1', false, true],
    ]);
    expect([changed[0]?.before.bot, changed[0]?.after.bot]).toEqual([at(2), at(3)]);
  });

  it('is empty for a schedule and itself', () => {
    const tracks = [track('A/1#1', 2, 4)];
    expect(trackDiff(tracks, tracks)).toEqual({ added: [], removed: [], changed: [] });
  });
});
