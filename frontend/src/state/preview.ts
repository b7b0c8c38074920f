import type { RevisionDiff, Track } from '../api/types';

/** What differs between the schedule on the page and one that could take its place. */
export type TrackDiff = Pick<RevisionDiff, 'added' | 'removed' | 'changed'>;

/** Another schedule, shown over the present one before anybody decides. */
export interface Preview {
  /** Which one it is: the buttons that show and hide it know it by this, and nothing else remembers what is shown. */
  key: string;
  title: string;
  diff: TrackDiff;
}

/** Compares tracks by their ids, as `diff` of the server does. */
export function trackDiff(before: readonly Track[], after: readonly Track[]): TrackDiff {
  const old = new Map(before.map((track) => [track.id, track]));
  const diff: TrackDiff = { added: [], removed: [], changed: [] };
  for (const track of after) {
    const was = old.get(track.id);
    old.delete(track.id);
    if (!was) {
      diff.added.push(track);
      continue;
    }
    const moved = !samePlace(was, track);
    const repinned = was.pinned !== track.pinned;
    if (moved || repinned) {
      diff.changed.push({ id: track.id, before: was, after: track, moved, repinned });
    }
  }
  diff.removed = [...old.values()];
  return diff;
}

function samePlace(a: Track, b: Track): boolean {
  return (
    a.bot === b.bot &&
    a.eot === b.eot &&
    a.boa === b.boa &&
    a.eoa === b.eoa &&
    a.antennas.join('\n') === b.antennas.join('\n')
  );
}
