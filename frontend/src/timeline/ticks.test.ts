import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../lib/time';
import { chooseTicks, pickStep } from './ticks';

const START = Date.UTC(2026, 11, 7);
const span = (milliseconds: number) => ({ from: START, to: START + milliseconds });

describe('chooseTicks', () => {
  it('labels days and every third hour of three days over 850 pixels', () => {
    const ticks = chooseTicks(span(3 * DAY), 850, 'utc');
    expect(ticks.major.map((tick) => tick.label)).toEqual(['Mon 7 Dec', 'Tue 8 Dec', 'Wed 9 Dec']);
    expect(ticks.minor.slice(0, 9).map((tick) => tick.label)).toEqual([
      '00', '03', '06', '09', '12', '15', '18', '21', '00',
    ]); // prettier-ignore
  });

  it('never lets labels collide, whatever the zoom', () => {
    for (let size = 10 * MINUTE; size < 370 * DAY; size *= 1.3) {
      for (const width of [500, 1400]) {
        const step = pickStep(span(size), width);
        const pixels = (step.size * width) / size;
        // A year on a narrow screen is the one place where weeks are the coarsest step.
        expect(pixels, `${size / HOUR} h over ${width} px`).toBeGreaterThanOrEqual(
          step.size >= 7 * DAY ? 9 : step.room,
        );
      }
    }
  });

  it('puts Korean midnight where it is', () => {
    const { major } = chooseTicks(span(2 * DAY), 900, 'kst');
    expect(major.map((tick) => (tick.time - START) / HOUR)).toEqual([-9, 15, 39]);
    expect(major.map((tick) => tick.label)).toEqual(['Mon 7 Dec', 'Tue 8 Dec', 'Wed 9 Dec']);
  });

  it('shows the day of the year', () => {
    expect(chooseTicks(span(2 * DAY), 900, 'doy').major[1]?.label).toBe('2026-342');
  });

  it('gives way to months when days do not fit', () => {
    const ticks = chooseTicks(span(90 * DAY), 800, 'utc');
    expect(ticks.major.map((tick) => tick.label)).toEqual(['Dec 2026', 'Jan 2027', 'Feb 2027', 'Mar 2027']);
    expect(ticks.minor[0]?.label).toBe('7');
  });

  it('pins the day that began before the view, when its label has room', () => {
    const ticks = chooseTicks({ from: START + 6 * HOUR, to: START + 12 * HOUR }, 800, 'utc');
    expect(ticks.major.map((tick) => tick.label)).toEqual(['Mon 7 Dec']);
    expect(ticks.minor[1]?.label).toBe('06:30');
  });
});
