import { m } from '../i18n';
import { clockOffset, DAY, HOUR, MINUTE, SECOND, type Span, type TimeMode } from './time';

const MINUS = '\u2212';

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function clock(time: number, mode: TimeMode): Date {
  return new Date(time + clockOffset(mode));
}

export function dayOfYear(time: number, mode: TimeMode): number {
  const date = clock(time, mode);
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1;
}

/** `22:00`, or `22:00:30` when the time has seconds and they are asked for. */
export function formatClock(time: number, mode: TimeMode, seconds = false): string {
  const date = clock(time, mode);
  const short = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  return seconds && date.getUTCSeconds() !== 0 ? `${short}:${two(date.getUTCSeconds())}` : short;
}

/** `7 Dec`, or `341` as day of the year. */
export function formatDay(time: number, mode: TimeMode): string {
  if (mode === 'doy') {
    return String(dayOfYear(time, mode)).padStart(3, '0');
  }
  const date = clock(time, mode);
  return m.dayMonth(date.getUTCDate(), m.months[date.getUTCMonth()] ?? '');
}

/** `Mon 7 Dec`, or `2026-341`. */
export function formatLongDay(time: number, mode: TimeMode): string {
  const date = clock(time, mode);
  if (mode === 'doy') {
    return `${date.getUTCFullYear()}-${formatDay(time, mode)}`;
  }
  return m.weekdayDay(m.weekdays[date.getUTCDay()] ?? '', formatDay(time, mode));
}

export function formatDateTime(time: number, mode: TimeMode, seconds = false): string {
  return `${formatDay(time, mode)} ${formatClock(time, mode, seconds)}`;
}

export function sameDay(a: number, b: number, mode: TimeMode): boolean {
  const offset = clockOffset(mode);
  return Math.floor((a + offset) / DAY) === Math.floor((b + offset) / DAY);
}

/** The second of two times: the day only when it is another one. */
export function formatSecond(first: number, second: number, mode: TimeMode, seconds = false): string {
  return sameDay(first, second, mode)
    ? formatClock(second, mode, seconds)
    : formatDateTime(second, mode, seconds);
}

/** The class of a change of value: what would be shown as zero is neither loss nor gain. */
export function toneOf(delta: number): 'loss' | 'gain' | '' {
  return delta < -0.005 ? 'loss' : delta > 0.005 ? 'gain' : '';
}

/** `7 Dec 22:00 – 23:30`; the day of the end only when it is another one. */
export function formatSpan({ from, to }: Span, mode: TimeMode): string {
  return `${formatDateTime(from, mode)} – ${formatSecond(from, to, mode)}`;
}

/** Where and when a track is: `KDSA + DSS-26, 7 Dec 22:00 – 23:30`. */
export function formatPlace(
  { antennas, bot, eot }: { antennas: readonly string[]; bot: string; eot: string },
  mode: TimeMode,
): string {
  return `${antennas.join(' + ')}, ${formatSpan({ from: Date.parse(bot), to: Date.parse(eot) }, mode)}`;
}

/** For tables: `01:07 +1` for a time on the next day of the clock. */
export function formatEnd(first: number, second: number, mode: TimeMode): string {
  const day = (time: number) => Math.floor((time + clockOffset(mode)) / DAY);
  const days = day(second) - day(first);
  return days === 0 ? formatClock(second, mode) : `${formatClock(second, mode)} +${days}`;
}

/** `7–14 Dec 2026`, `28 Dec 2026 – 4 Jan 2027`; the end is exclusive, but a horizon is read to its last boundary. */
export function formatHorizon(from: number, to: number, mode: TimeMode): string {
  const a = clock(from, mode);
  const b = clock(to, mode);
  if (mode === 'doy') {
    return `${formatLongDay(from, mode)} – ${formatLongDay(to, mode)}`;
  }
  const year = b.getUTCFullYear();
  const end = m.horizon.day(formatDay(to, mode), year);
  if (a.getUTCFullYear() !== year) {
    return m.horizon.years(m.horizon.day(formatDay(from, mode), a.getUTCFullYear()), end);
  }
  if (a.getUTCMonth() !== b.getUTCMonth()) {
    return m.horizon.months(formatDay(from, mode), formatDay(to, mode), year);
  }
  return a.getUTCDate() === b.getUTCDate()
    ? end
    : m.horizon.days(a.getUTCDate(), b.getUTCDate(), m.months[b.getUTCMonth()] ?? '', year);
}

/** `3 h 36 min`, `48 min`, `30 s`; rounded to whole minutes from one minute on. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < MINUTE) {
    return m.units.seconds(String(Math.round(milliseconds / SECOND)));
  }
  const minutes = Math.round(milliseconds / MINUTE);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) {
    return m.units.minutes(String(rest));
  }
  return rest === 0 ? m.units.hours(String(hours)) : m.units.hoursMinutes(String(hours), two(rest));
}

/** For tables: `3 h 06`, `48 min`. */
export function formatShortDuration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  return minutes < 60
    ? m.units.minutes(String(minutes))
    : m.units.hoursShort(String(Math.floor(minutes / 60)), two(minutes % 60));
}

/** At most one decimal, none when it is zero: `4`, `1.6`. */
export function formatHours(hours: number): string {
  return trimZero(hours.toFixed(1));
}

export function askedHours(minMs: number, preferredMs: number): string {
  const preferred = formatHours(preferredMs / HOUR);
  const shortest = formatHours(minMs / HOUR);
  return shortest === preferred ? preferred : `${shortest}–${preferred}`;
}

export function formatDegrees(degrees: number): string {
  return `${degrees.toFixed(1).replace('-', MINUS)}°`;
}

export function formatValue(value: number): string {
  return value.toFixed(1).replace('-', MINUS);
}

/** What a change adds to the value or takes from it: `+0.42`, `−1.3`, `±0`. */
export function formatDelta(delta: number): string {
  const size = Math.abs(delta);
  if (size < 0.005) {
    return '±0';
  }
  return (delta > 0 ? '+' : MINUS) + size.toFixed(size < 1 ? 2 : 1);
}

/**
 * A gap in percent, never rounded towards better: 0.04 shows as `0.1`, and only an exact zero as `0`. Above ten,
 * whole numbers say enough.
 */
export function formatGap(percent: number): string {
  if (percent <= 0) {
    return '0';
  }
  // The tolerance keeps 0.4 from becoming 0.5 through its binary representation.
  return percent >= 10 ? String(Math.ceil(percent - 1e-9)) : (Math.ceil(percent * 10 - 1e-9) / 10).toFixed(1);
}

/** A share of one as percent: `37 %`. */
export function formatShare(share: number): string {
  return m.gap.percent(String(Math.round(share * 100)));
}

export function formatRange(km: number): string {
  return km >= 1e6
    ? m.units.millionKm((km / 1e6).toFixed(km >= 1e8 ? 0 : 2))
    : m.units.km(Math.round(km).toLocaleString('en-US').replaceAll(',', '\u2009'));
}

/** For axes: `384 k`, `1.5 M`, `42`; thousands and millions of kilometres. */
export function formatShortRange(km: number): string {
  const [size, unit] = km >= 1e6 ? [km / 1e6, ' M'] : km >= 1e4 ? [km / 1e3, ' k'] : [km, ''];
  return `${+size.toFixed(size >= 100 ? 1 : 2)}${unit}`;
}

function trimZero(text: string): string {
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}
