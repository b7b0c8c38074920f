import { utcDay, utcHour, utcMinute, utcMonday, utcMonth, type TimeInterval } from 'd3-time';
import { m } from '../i18n';
import { dayOfYear, formatClock, formatDay, formatLongDay } from '../lib/format';
import { clockOffset, DAY, HOUR, MINUTE, type Span, type TimeMode } from '../lib/time';

export interface Tick {
  time: number;
  label: string;
}

export interface Ticks {
  /** Days (or months, when zoomed far out), with the first one pinned to the left edge when it began before it. */
  major: Tick[];
  /** Hours, minutes or days between. */
  minor: Tick[];
}

interface Step {
  size: number;
  interval: TimeInterval;
  label: (time: number, mode: TimeMode) => string;
  /** Pixels a label of this step needs. */
  room: number;
}

function every(interval: typeof utcMinute, count: number): TimeInterval {
  return interval.every(count) ?? interval;
}

function hourLabel(time: number, mode: TimeMode): string {
  return formatClock(time, mode).slice(0, 2);
}

function dayLabel(time: number, mode: TimeMode): string {
  return mode === 'doy' ? formatDay(time, mode) : String(new Date(time + clockOffset(mode)).getUTCDate());
}

const MINUTE_STEPS: Step[] = [1, 2, 5, 10, 15, 30].map((count) => ({
  size: count * MINUTE,
  interval: every(utcMinute, count),
  label: formatClock,
  room: 52,
}));

const HOUR_STEPS: Step[] = [1, 2, 3, 6, 12].map((count) => ({
  size: count * HOUR,
  interval: every(utcHour, count),
  label: hourLabel,
  room: 34,
}));

const DAY_STEPS: Step[] = [
  { size: DAY, interval: utcDay, label: dayLabel, room: 30 },
  { size: 7 * DAY, interval: utcMonday, label: dayLabel, room: 30 },
];

const STEPS: readonly Step[] = [...MINUTE_STEPS, ...HOUR_STEPS, ...DAY_STEPS];

/** Room a day's long label needs before it gives way to months. */
const MAJOR_ROOM = 74;

/** The finest step whose labels do not collide. */
export function pickStep(view: Span, width: number): Step {
  const pixelsPerMs = width / (view.to - view.from);
  return STEPS.find((step) => step.size * pixelsPerMs >= step.room) ?? (STEPS.at(-1) as Step);
}

function range(interval: TimeInterval, view: Span, offset: number): number[] {
  return interval
    .range(interval.ceil(new Date(view.from + offset)), new Date(view.to + offset))
    .map((date) => date.getTime() - offset);
}

function monthLabel(time: number, mode: TimeMode): string {
  const date = new Date(time + clockOffset(mode));
  return mode === 'doy'
    ? `${date.getUTCFullYear()}-${String(dayOfYear(time, mode)).padStart(3, '0')}`
    : m.monthYear(m.months[date.getUTCMonth()] ?? '', date.getUTCFullYear());
}

/** Ticks of the two lines of the axis, in the mode's clock, for a view drawn over `width` pixels. */
export function chooseTicks(view: Span, width: number, mode: TimeMode): Ticks {
  const offset = clockOffset(mode);
  const step = pickStep(view, width);
  const minor = range(step.interval, view, offset).map((time) => ({ time, label: step.label(time, mode) }));

  const daysFit = (DAY * width) / (view.to - view.from) >= MAJOR_ROOM && step.size < DAY;
  const interval = daysFit ? utcDay : utcMonth;
  const label = daysFit ? formatLongDay : monthLabel;
  const times = range(interval, view, offset);
  const before = interval.floor(new Date(view.from + offset)).getTime() - offset;
  const roomBefore = (((times[0] ?? view.to) - view.from) * width) / (view.to - view.from);
  if (before < view.from && roomBefore >= MAJOR_ROOM) {
    times.unshift(before);
  }
  return { major: times.map((time) => ({ time, label: label(time, mode) })), minor };
}
