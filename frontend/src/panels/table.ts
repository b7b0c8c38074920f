import type { Pass } from '../state/plan';

export type Column = 'pass' | 'mission' | 'antenna' | 'bot' | 'eot' | 'track' | 'peak' | 'state';

export const COLUMNS: readonly Column[] = [
  'pass',
  'mission',
  'antenna',
  'bot',
  'eot',
  'track',
  'peak',
  'state',
];

/** Pinned first, then critical, then short. */
function rank(pass: Pass): number | null {
  const rank = (pass.pinned ? 4 : 0) + (pass.critical ? 2 : 0) + (pass.short ? 1 : 0);
  return rank === 0 ? null : -rank;
}

export const SORT_KEYS: Record<Column, (pass: Pass) => string | number | null> = {
  pass: (pass) => pass.label,
  mission: (pass) => pass.craft.name,
  antenna: (pass) => pass.antennas.join(' '),
  bot: (pass) => pass.bot,
  eot: (pass) => pass.eot,
  track: (pass) => pass.eot - pass.bot,
  peak: (pass) => pass.curve?.peakDeg ?? null,
  state: rank,
};

/** Whether a pass's row has every word, in any case. */
export function mentions(pass: Pass, words: readonly string[]): boolean {
  if (words.length === 0) {
    return true;
  }
  const { id, name, mission } = pass.craft;
  const text = [pass.id, name, id, mission.id, ...pass.antennas].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Which rows of a long table are near enough to be seen. */
export function visibleRange(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
): { first: number; last: number } {
  const spare = 6;
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - spare);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare);
  return { first, last };
}
