import { describe, expect, it } from 'vitest';
import {
  askedHours,
  dayOfYear,
  formatDateTime,
  formatDegrees,
  formatDelta,
  formatDuration,
  formatEnd,
  formatGap,
  formatHorizon,
  formatHours,
  formatLongDay,
  formatRange,
  formatSecond,
  formatShortDuration,
  formatShortRange,
  formatPlace,
  formatSpan,
  toneOf,
} from './format';
import { HOUR, MINUTE, SECOND } from './time';

const EVENING = Date.UTC(2026, 11, 7, 22, 0);

describe('times', () => {
  it('show UTC, Korea time and day of the year', () => {
    expect(formatDateTime(EVENING, 'utc')).toBe('7 Dec 22:00');
    expect(formatDateTime(EVENING, 'kst')).toBe('8 Dec 07:00');
    expect(formatDateTime(EVENING, 'doy')).toBe('341 22:00');
    expect(formatLongDay(EVENING, 'utc')).toBe('Mon 7 Dec');
    expect(formatLongDay(EVENING, 'doy')).toBe('2026-341');
  });

  it('count the day of the year from one, leap years included', () => {
    expect(dayOfYear(Date.UTC(2026, 0, 1), 'utc')).toBe(1);
    expect(dayOfYear(Date.UTC(2028, 11, 31, 23, 59), 'utc')).toBe(366);
    expect(dayOfYear(Date.UTC(2028, 11, 31, 23, 59), 'kst')).toBe(1);
  });

  it('repeat the day of a second time only when it differs on that clock', () => {
    const later = EVENING + 3 * HOUR;
    expect(formatSecond(EVENING, later, 'utc')).toBe('8 Dec 01:00');
    expect(formatSecond(EVENING, later, 'kst')).toBe('10:00');
    expect(formatEnd(EVENING, later, 'utc')).toBe('01:00 +1');
    expect(formatEnd(EVENING, later, 'kst')).toBe('10:00');
  });

  it('show seconds only where they are asked for and not zero', () => {
    expect(formatDateTime(EVENING + 7 * SECOND, 'utc')).toBe('7 Dec 22:00');
    expect(formatDateTime(EVENING + 7 * SECOND, 'utc', true)).toBe('7 Dec 22:00:07');
    expect(formatDateTime(EVENING, 'utc', true)).toBe('7 Dec 22:00');
  });

  it('shorten a horizon within a month and a year', () => {
    expect(formatHorizon(Date.UTC(2026, 11, 7), Date.UTC(2026, 11, 14), 'utc')).toBe('7–14 Dec 2026');
    expect(formatHorizon(Date.UTC(2026, 10, 29), Date.UTC(2026, 11, 6), 'utc')).toBe('29 Nov – 6 Dec 2026');
    expect(formatHorizon(Date.UTC(2026, 11, 28), Date.UTC(2027, 0, 4), 'utc')).toBe(
      '28 Dec 2026 – 4 Jan 2027',
    );
  });
});

describe('amounts', () => {
  it('read durations as planners say them', () => {
    expect(formatDuration(3 * HOUR + 36 * MINUTE)).toBe('3 h 36 min');
    expect(formatDuration(4 * HOUR)).toBe('4 h');
    expect(formatDuration(48 * MINUTE)).toBe('48 min');
    expect(formatDuration(30 * SECOND)).toBe('30 s');
    expect(formatDuration(59.7 * MINUTE)).toBe('1 h');
    expect(formatShortDuration(3 * HOUR + 6 * MINUTE)).toBe('3 h 06');
  });

  it('drop a zero decimal of hours', () => {
    expect(formatHours(4)).toBe('4');
    expect(formatHours(1.6)).toBe('1.6');
    expect(formatHours(3.96)).toBe('4');
    expect(askedHours(2 * HOUR, 4 * HOUR)).toBe('2–4');
    expect(askedHours(4 * HOUR, 4 * HOUR)).toBe('4');
  });

  it('never round a gap towards better', () => {
    expect(formatGap(0)).toBe('0');
    expect(formatGap(0.001)).toBe('0.1');
    expect(formatGap(0.4)).toBe('0.4');
    expect(formatGap(0.41)).toBe('0.5');
    expect(formatGap(12.2)).toBe('13');
  });

  it('write minus as minus and far ranges in millions', () => {
    expect(formatDegrees(-1.25)).toBe('−1.3°');
    expect(formatRange(378_250)).toBe('378\u2009250 km');
    expect(formatRange(1_500_000)).toBe('1.50 million km');
    expect(formatRange(149_600_000)).toBe('150 million km');
  });
});

describe('formatDelta', () => {
  it('always says its sign, finer for small changes', () => {
    expect([0, 0.004, 0.42, -0.42, 1.26, -13].map(formatDelta)).toEqual([
      '±0',
      '±0',
      '+0.42',
      '−0.42',
      '+1.3',
      '−13.0',
    ]);
  });
});

describe('toneOf', () => {
  it('is of what is shown: a change that rounds to zero has none', () => {
    expect([-1, -0.004, 0, 0.004, 1].map(toneOf)).toEqual(['loss', '', '', '', 'gain']);
  });
});

describe('spans and places', () => {
  it('say where and when, the day of the end only when it is another one', () => {
    const from = Date.UTC(2026, 11, 7, 22);
    expect(formatSpan({ from, to: from + 5_400_000 }, 'utc')).toBe('7 Dec 22:00 – 23:30');
    expect(
      formatPlace(
        { antennas: ['KDSA', 'DSS-26'], bot: '2026-12-07T22:00:00Z', eot: '2026-12-08T01:00:00Z' },
        'utc',
      ),
    ).toBe('KDSA + DSS-26, 7 Dec 22:00 – 8 Dec 01:00');
  });
});

describe('ranges on an axis', () => {
  it('are short', () => {
    expect([42, 9_500, 384_400, 400_000, 1_500_000, 2_000_000].map(formatShortRange)).toEqual([
      '42',
      '9500',
      '384.4 k',
      '400 k',
      '1.5 M',
      '2 M',
    ]);
  });
});
