import type { RevisionDiff, Track } from '../api/types';

export type ChangeKind = 'added' | 'moved' | 'gone' | 'pinned' | 'unpinned';

/** A line of the table of differences; one of the two tracks is always there. */
export interface Difference {
  id: string;
  kind: ChangeKind;
  before: Track | null;
  after: Track | null;
}

/** In time order of where each track is, or was. */
export function differences(diff: RevisionDiff): Difference[] {
  const list: Difference[] = [
    ...diff.added.map((track) => ({ id: track.id, kind: 'added' as const, before: null, after: track })),
    ...diff.removed.map((track) => ({ id: track.id, kind: 'gone' as const, before: track, after: null })),
    ...diff.changed.map(({ id, before, after, moved }) => ({
      id,
      kind: moved ? ('moved' as const) : after.pinned ? ('pinned' as const) : ('unpinned' as const),
      before,
      after,
    })),
  ];
  const time = ({ before, after }: Difference) => (after ?? before)?.bot ?? '';
  return list.sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a.id < b.id ? -1 : 1));
}

/** `+3 −1 ~4`; parts that are zero are left out. */
export function countDifferences(diff: RevisionDiff): string {
  const parts: [string, number][] = [
    ['+', diff.added.length],
    ['−', diff.removed.length],
    ['~', diff.changed.length],
  ];
  const text = parts
    .filter(([, count]) => count > 0)
    .map(([sign, count]) => `${sign}${count}`)
    .join(' ');
  return text || '±0';
}
