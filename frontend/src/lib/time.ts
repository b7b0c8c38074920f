/** Times inside the page are milliseconds since 1970-01-01T00:00Z. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Span {
  from: number;
  to: number;
}

/** How times are shown: UTC, Korea Standard Time, or UTC with the day of the year. */
export type TimeMode = 'utc' | 'kst' | 'doy';

export const TIME_MODES: readonly TimeMode[] = ['utc', 'kst', 'doy'];

/** Add this to a time, and its UTC fields read as the mode's clock. */
export function clockOffset(mode: TimeMode): number {
  return mode === 'kst' ? 9 * HOUR : 0;
}

const DURATION = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds; NaN if it is none. */
export function parseDuration(iso: string): number {
  const match = DURATION.exec(iso);
  if (!match || iso.endsWith('P') || iso.endsWith('T')) {
    return NaN;
  }
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const length =
    Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return sign ? -length : length;
}

/** `from` and `to` of an interval as the API sends it. */
export function toSpan(interval: { start: string; end: string }): Span {
  return { from: Date.parse(interval.start), to: Date.parse(interval.end) };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** ISO 8601 UTC without needless digits: `2026-12-07T00:00Z` on whole minutes, with seconds otherwise. */
export function isoShort(time: number): string {
  const iso = new Date(Math.round(time / SECOND) * SECOND).toISOString();
  return iso.slice(17, 19) === '00' ? `${iso.slice(0, 16)}Z` : `${iso.slice(0, 19)}Z`;
}
