import { MINUTE, SECOND, type Span } from '../lib/time';
import type { Request } from '../state/world';
import type { LegalPlace } from './legal';

/** Where a track would be put. */
export interface Placement {
  antennas: string[];
  bot: number;
  eot: number;
}

/** What of a pass is being dragged. */
export type Part = 'whole' | 'start' | 'end';

/** Shorter than this no edge can be dragged. */
const SHORTEST_TRACK = MINUTE;

/** The antennas a request would use in the row of one antenna: as it is if that is among them, else the best of those that have it. */
export function antennasFor(
  request: Pick<Request, 'antennas'>,
  legal: readonly LegalPlace[],
  current: readonly string[],
  antenna: string,
  time: number,
): string[] | null {
  if (current.includes(antenna)) {
    return [...current];
  }
  const options = request.antennas.filter((option) => option.includes(antenna));
  const fits = (option: string[]) =>
    legal.some((place) => place.antennas === option && place.free.some((span) => holds(span, time)));
  return options.find(fits) ?? options[0] ?? null;
}

function holds({ from, to }: Span, time: number): boolean {
  return from <= time && time < to;
}

/** Shifts the dragged part by a time; the other edge stays, and never comes nearer than a minute. */
export function shifted(origin: Placement, part: Part, by: number): Placement {
  const bot = part === 'end' ? origin.bot : origin.bot + by;
  const eot = part === 'start' ? origin.eot : origin.eot + by;
  return {
    antennas: origin.antennas,
    bot: part === 'start' ? Math.min(bot, eot - SHORTEST_TRACK) : bot,
    eot: part === 'end' ? Math.max(eot, bot + SHORTEST_TRACK) : eot,
  };
}

/**
 * Brings the dragged edges to a border of a legal place when one is near, else to the grid. A whole pass keeps its
 * length.
 *
 * @param near how far a border attracts, ms
 * @param grid of times, ms
 */
export function snapped(
  placement: Placement,
  part: Part,
  legal: readonly LegalPlace[],
  near: number,
  grid: number,
): Placement {
  const spans = legal.find(({ antennas }) => sameAntennas(antennas, placement.antennas))?.free ?? [];
  let best: { by: number; distance: number } | null = null;
  const attract = (from: number, to: number) => {
    const distance = Math.abs(to - from);
    if (distance <= near && (best === null || distance < best.distance)) {
      best = { by: to - from, distance };
    }
  };
  for (const span of spans) {
    if (part !== 'end') {
      attract(placement.bot, span.from);
    }
    if (part !== 'start') {
      attract(placement.eot, span.to);
    }
  }
  const edge = part === 'end' ? placement.eot : placement.bot;
  const by = (best as { by: number } | null)?.by ?? Math.round(edge / grid) * grid - edge;
  const moved = shifted(placement, part, by);
  return {
    ...moved,
    bot: Math.round(moved.bot / SECOND) * SECOND,
    eot: Math.round(moved.eot / SECOND) * SECOND,
  };
}

export function sameAntennas(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((antenna) => b.includes(antenna));
}

/**
 * A first placement of a request around a time: in the free place there as long as it prefers, or as that place
 * allows; where nothing is free, of its preferred length all the same.
 */
export function placementAt(
  request: Pick<Request, 'preferredMs'>,
  legal: readonly LegalPlace[],
  antennas: string[],
  time: number,
): Placement {
  const place = legal.find((each) => sameAntennas(each.antennas, antennas));
  const span = place?.free.find((each) => holds(each, time)) ?? place?.seen.find((each) => holds(each, time));
  const length = span ? Math.min(request.preferredMs, span.to - span.from) : request.preferredMs;
  const centred = Math.round((time - length / 2) / MINUTE) * MINUTE;
  const bot = span ? Math.min(Math.max(centred, span.from), span.to - length) : centred;
  return { antennas, bot, eot: bot + length };
}

/** The first free place of a request, as long as it prefers or the place allows. */
export function firstPlacement(
  request: Pick<Request, 'preferredMs' | 'window' | 'antennas'>,
  legal: readonly LegalPlace[],
): Placement {
  let best: Placement | null = null;
  for (const { antennas, free } of legal) {
    for (const { from, to } of free) {
      const eot = Math.min(to, from + request.preferredMs);
      const longer = best === null ? 1 : eot - from - (best.eot - best.bot);
      if (longer > 0 || (longer === 0 && best && from < best.bot)) {
        best = { antennas, bot: from, eot };
      }
    }
  }
  const seen = legal.find((place) => place.seen.length > 0);
  const start = seen?.seen[0]?.from ?? request.window.from;
  return (
    best ?? {
      antennas: seen?.antennas ?? request.antennas[0] ?? [],
      bot: start,
      eot: start + request.preferredMs,
    }
  );
}
