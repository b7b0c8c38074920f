import { describe, expect, it } from 'vitest';
import { fromInput, isoHours, toInput } from './input';
import { parseDuration, HOUR } from './time';

const EVENING = Date.UTC(2026, 11, 7, 22, 30);

describe('a time field', () => {
  it('shows the clock of the mode and reads it back', () => {
    expect(toInput(EVENING, 'utc')).toBe('2026-12-07 22:30');
    expect(toInput(EVENING, 'kst')).toBe('2026-12-08 07:30');
    for (const mode of ['utc', 'kst', 'doy'] as const) {
      expect(fromInput(toInput(EVENING, mode), mode)).toBe(EVENING);
    }
    expect(fromInput(' 2026-12-07T22:30Z', 'utc')).toBe(EVENING);
    expect(fromInput('2026-12-07 22:30:30', 'utc')).toBe(EVENING + 30_000);
    for (const none of ['', 'tomorrow', '2026-13-07 22:30', '7 Dec 22:30']) {
      expect(fromInput(none, 'utc')).toBeNull();
    }
  });
});

describe('isoHours', () => {
  it.each([
    [1, 'PT1H'],
    [1.5, 'PT1H30M'],
    [0.25, 'PT15M'],
    [0, 'PT0M'],
    [-24, '-PT24H'],
  ])('writes %d h as %s', (hours, text) => {
    expect(isoHours(hours)).toBe(text);
    expect(Math.abs(parseDuration(text))).toBe(Math.abs(hours) * HOUR);
  });
});
