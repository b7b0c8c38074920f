import { MINUTE, type Span } from '../lib/time';

/** The timeline never shows less than this. */
export const SHORTEST_VIEW = 10 * MINUTE;

export function length(span: Span): number {
  return span.to - span.from;
}

/** The interval the timeline may move in: the horizon with room for setup before and teardown after it. */
export function boundsOf(horizon: Span): Span {
  const margin = Math.max(60 * MINUTE, length(horizon) * 0.01);
  return { from: horizon.from - margin, to: horizon.to + margin };
}

/** Moves and shrinks a view until it lies within the bounds. */
export function clampView(view: Span, bounds: Span): Span {
  const size = Math.min(Math.max(length(view), SHORTEST_VIEW), length(bounds));
  const from = Math.min(Math.max(view.from, bounds.from), bounds.to - size);
  return { from, to: from + size };
}

export function panBy(view: Span, milliseconds: number, bounds: Span): Span {
  return clampView({ from: view.from + milliseconds, to: view.to + milliseconds }, bounds);
}

/** Zooms so that `anchor` stays where it is on the screen; a factor above one shows more detail. */
export function zoomAround(view: Span, anchor: number, factor: number, bounds: Span): Span {
  const size = Math.min(Math.max(length(view) / factor, SHORTEST_VIEW), length(bounds));
  const share = (anchor - view.from) / length(view);
  const from = anchor - share * size;
  return clampView({ from, to: from + size }, bounds);
}

/** The smallest move that brings a span into view with some air around it; the same view if it is there already. */
export function reveal(view: Span, span: Span, bounds: Span): Span {
  if (span.from >= view.from && span.to <= view.to) {
    return view;
  }
  const air = length(view) * 0.08;
  if (length(span) + 2 * air > length(view)) {
    return clampView({ from: span.from - air, to: span.to + air }, bounds);
  }
  return span.from < view.from
    ? panBy(view, span.from - air - view.from, bounds)
    : panBy(view, span.to + air - view.to, bounds);
}

export interface TimeScale {
  x(time: number): number;
  time(x: number): number;
  pixelsPerMs: number;
}

export function timeScale(view: Span, left: number, width: number): TimeScale {
  const pixelsPerMs = width / length(view);
  return {
    x: (time) => left + (time - view.from) * pixelsPerMs,
    time: (x) => view.from + (x - left) / pixelsPerMs,
    pixelsPerMs,
  };
}
