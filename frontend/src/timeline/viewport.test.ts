import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, type Span } from '../lib/time';
import { boundsOf, clampView, length, panBy, reveal, SHORTEST_VIEW, timeScale, zoomAround } from './viewport';

const START = Date.UTC(2026, 11, 7);
const HORIZON = { from: START, to: START + 7 * DAY };
const BOUNDS = boundsOf(HORIZON);
const VIEW = { from: START + DAY, to: START + 4 * DAY };

describe('the viewport', () => {
  it('keeps the time under the pointer in place when it zooms', () => {
    const anchor = START + 2 * DAY;
    for (const factor of [1.5, 10, 0.8]) {
      const zoomed = zoomAround(VIEW, anchor, factor, BOUNDS);
      const share = (span: Span) => (anchor - span.from) / length(span);
      expect(share(zoomed)).toBeCloseTo(share(VIEW), 9);
      expect(length(zoomed)).toBeCloseTo(length(VIEW) / factor, 0);
    }
  });

  it('stops at ten minutes and at its bounds', () => {
    expect(length(zoomAround(VIEW, START + 2 * DAY, 1e6, BOUNDS))).toBe(SHORTEST_VIEW);
    expect(zoomAround(VIEW, START + 2 * DAY, 1e-6, BOUNDS)).toEqual(BOUNDS);
    expect(panBy(VIEW, 100 * DAY, BOUNDS)).toEqual({ from: BOUNDS.to - 3 * DAY, to: BOUNDS.to });
    expect(panBy(VIEW, -100 * DAY, BOUNDS)).toEqual({ from: BOUNDS.from, to: BOUNDS.from + 3 * DAY });
  });

  it('keeps its length when it is pushed back into the bounds', () => {
    const outside = { from: HORIZON.to + DAY, to: HORIZON.to + 2 * DAY };
    expect(clampView(outside, BOUNDS)).toEqual({ from: BOUNDS.to - DAY, to: BOUNDS.to });
  });

  it('moves only as far as a pass needs to be seen', () => {
    const inside = { from: START + 2 * DAY, to: START + 2 * DAY + HOUR };
    expect(reveal(VIEW, inside, BOUNDS)).toBe(VIEW);
    const after = { from: START + 5 * DAY, to: START + 5 * DAY + HOUR };
    const moved = reveal(VIEW, after, BOUNDS);
    expect(length(moved)).toBe(length(VIEW));
    expect(moved.to).toBeGreaterThan(after.to);
    expect(moved.to - after.to).toBeLessThan(length(VIEW) / 10);
    const zoomedIn = { from: START + DAY, to: START + DAY + 20 * MINUTE };
    const wide = reveal(zoomedIn, { from: START + 2 * DAY, to: START + 2 * DAY + HOUR }, BOUNDS);
    expect(wide.from).toBeLessThan(START + 2 * DAY);
    expect(wide.to).toBeGreaterThan(START + 2 * DAY + HOUR);
  });
});

describe('timeScale', () => {
  it('turns pixels and times into each other', () => {
    const scale = timeScale(VIEW, 100, 720);
    expect(scale.x(VIEW.from)).toBe(100);
    expect(scale.x(VIEW.to)).toBeCloseTo(820, 9);
    expect(scale.x(START + 2 * DAY)).toBeCloseTo(340, 9);
    expect(scale.time(scale.x(START + 3 * DAY))).toBeCloseTo(START + 3 * DAY, 3);
  });
});
