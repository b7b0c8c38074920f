import type { Track } from '../api/types';
import { passOf, type Pass } from './plan';
import type { World } from './world';

/** What differs between the schedule on the page and one that could take its place, for drawing. */
export interface Proposal {
  added: Pass[];
  removed: Pass[];
  moved: { before: Pass; after: Pass }[];
}

/** Another schedule, shown over the present one before anybody decides. */
export interface Preview {
  title: string;
  proposal: Proposal;
}

export function isEmpty({ added, removed, moved }: Proposal): boolean {
  return added.length + removed.length + moved.length === 0;
}

/** Compares tracks by their ids. Pins do not show on a timeline as places do, and count as no difference. */
export function compare(world: World, before: readonly Track[], after: readonly Track[]): Proposal {
  const old = new Map(before.map((track) => [track.id, track]));
  const proposal: Proposal = { added: [], removed: [], moved: [] };
  for (const track of after) {
    const was = old.get(track.id);
    old.delete(track.id);
    if (!was) {
      proposal.added.push(passOf(world, track));
    } else if (!samePlace(was, track)) {
      proposal.moved.push({ before: passOf(world, was), after: passOf(world, track) });
    }
  }
  proposal.removed = [...old.values()].map((track) => passOf(world, track));
  return proposal;
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
