import { clockOffset, type TimeMode } from './time';

/** A time as a field shows it, in the mode's clock: `2026-12-07 22:00`. */
export function toInput(time: number, mode: TimeMode): string {
  return new Date(time + clockOffset(mode)).toISOString().slice(0, 16).replace('T', ' ');
}

/** What a field says, or null when that is no time; seconds may follow, and a T may stand for the space. */
export function fromInput(text: string, mode: TimeMode): number | null {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)Z?$/.exec(text.trim());
  const time = match ? Date.parse(`${match[1]}T${match[2]}Z`) : NaN;
  return Number.isFinite(time) ? time - clockOffset(mode) : null;
}

/** ISO 8601 of a length in hours, to the minute: `PT1H30M`. */
export function isoHours(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60);
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const text = `PT${whole > 0 ? `${whole}H` : ''}${rest > 0 || whole === 0 ? `${rest}M` : ''}`;
  return hours < 0 && minutes > 0 ? `-${text}` : text;
}
