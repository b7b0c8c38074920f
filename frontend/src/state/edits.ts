import type { Edit, Track } from '../api/types';
import { SECOND } from '../lib/time';
import type { Placement } from '../timeline/placement';
import type { Pass } from './plan';

/** Times of the API, whole seconds. */
export function iso(time: number): string {
  return new Date(Math.round(time / SECOND) * SECOND).toISOString().replace('.000Z', 'Z');
}

/** The edit that puts a pass where it is wanted, or null when it is there already. */
export function moveEdit(pass: Pass, to: Placement): Edit | null {
  const same =
    pass.bot === to.bot && pass.eot === to.eot && pass.antennas.join('\n') === to.antennas.join('\n');
  return same
    ? null
    : { type: 'CHANGE', pass: pass.id, antennas: to.antennas, bot: iso(to.bot), eot: iso(to.eot) };
}

export function addEdit(request: string, to: Placement): Edit {
  return { type: 'ADD', request, antennas: to.antennas, bot: iso(to.bot), eot: iso(to.eot) };
}

function same(a: Track, b: Track): boolean {
  return (
    a.bot === b.bot &&
    a.eot === b.eot &&
    a.pinned === b.pinned &&
    a.request === b.request &&
    a.antennas.join('\n') === b.antennas.join('\n')
  );
}

/** The edits that lead from one list of tracks back to another. */
export function inverseEdits(before: readonly Track[], after: readonly Track[]): Edit[] {
  const old = new Map(before.map((track) => [track.id, track]));
  const now = new Map(after.map((track) => [track.id, track]));
  const edits: Edit[] = [];
  for (const track of after) {
    if (!old.has(track.id)) {
      edits.push({ type: 'REMOVE', pass: track.id });
    }
  }
  for (const track of before) {
    const there = now.get(track.id);
    const { antennas, bot, eot, pinned } = track;
    if (!there) {
      edits.push({ type: 'ADD', request: track.request, antennas, bot, eot, pinned });
    } else if (!same(track, there)) {
      edits.push({ type: 'CHANGE', pass: track.id, antennas, bot, eot, pinned });
    }
  }
  return edits;
}

/**
 * New names of passes that edits took out or put back: an added pass takes the lowest free number of its request, which
 * need not be the one it had.
 */
export function renamed(
  edits: readonly Edit[],
  gone: readonly Track[],
  after: readonly Track[],
): Map<string, string> {
  const names = new Map<string, string>();
  for (const edit of edits) {
    if (edit.type !== 'ADD') {
      continue;
    }
    const was = gone.find((track) => track.request === edit.request && track.bot === edit.bot);
    const is = after.find((track) => track.request === edit.request && track.bot === edit.bot);
    if (was && is && was.id !== is.id) {
      names.set(was.id, is.id);
    }
  }
  return names;
}

export function withNames(edits: readonly Edit[], names: ReadonlyMap<string, string>): Edit[] {
  return edits.map((edit) =>
    edit.type === 'ADD' ? edit : { ...edit, pass: names.get(edit.pass) ?? edit.pass },
  );
}

/**
 * Edits made on one state, for another that somebody else made meanwhile: a pass that is gone is put back where it was
 * to go, one to take out that is gone needs nothing.
 */
export function rebased(edits: readonly Edit[], before: readonly Track[], now: readonly Track[]): Edit[] {
  const old = new Map(before.map((track) => [track.id, track]));
  const there = new Set(now.map((track) => track.id));
  return edits.flatMap((edit): Edit[] => {
    if (edit.type === 'ADD' || there.has(edit.pass)) {
      return [edit];
    }
    const track = old.get(edit.pass);
    if (edit.type === 'REMOVE' || !track) {
      return [];
    }
    return [
      {
        type: 'ADD',
        request: track.request,
        antennas: edit.antennas ?? track.antennas,
        bot: edit.bot ?? track.bot,
        eot: edit.eot ?? track.eot,
        pinned: edit.pinned ?? track.pinned,
      },
    ];
  });
}
