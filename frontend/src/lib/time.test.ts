import { describe, expect, it } from 'vitest';
import { DAY, HOUR, isoShort, MINUTE, parseDuration, SECOND } from './time';

describe('parseDuration', () => {
  it.each([
    ['PT2H', 2 * HOUR],
    ['PT30M', 30 * MINUTE],
    ['P1DT2H3M4.5S', DAY + 2 * HOUR + 3 * MINUTE + 4.5 * SECOND],
    ['PT5400S', 90 * MINUTE],
    ['-PT15M', -15 * MINUTE],
    ['PT0S', 0],
  ])('reads %s', (iso, expected) => {
    expect(parseDuration(iso)).toBe(expected);
  });

  it.each(['', 'P', 'PT', 'P1DT', '2H', 'PT2X'])('gives NaN for (%s)', (iso) => {
    expect(parseDuration(iso)).toBeNaN();
  });
});

describe('isoShort', () => {
  it('leaves out zero seconds and rounds to whole ones', () => {
    expect(isoShort(Date.UTC(2026, 11, 7, 22))).toBe('2026-12-07T22:00Z');
    expect(isoShort(Date.UTC(2026, 11, 7, 22, 0, 30, 499))).toBe('2026-12-07T22:00:30Z');
    expect(isoShort(Date.UTC(2026, 11, 7, 23, 59, 59, 600))).toBe('2026-12-08T00:00Z');
  });
});
