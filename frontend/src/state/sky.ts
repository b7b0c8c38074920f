import type { Client } from '../api/client';
import type { ViewPeriod } from '../api/types';
import { MINUTE, SECOND, type Span } from '../lib/time';
import { buildSamples, type Curve, type Samples, type World } from './world';

/** A body's way over the sky, at the times of the samples it comes with. */
export interface Way {
  azDeg: Float64Array;
  elDeg: Float64Array;
}

/** What is to be known of a view period minute by minute; all arrays have the same length. */
export interface SkySamples extends Samples {
  rangeKm: Float64Array;
  sepDeg: Float64Array;
  sun: Way;
  moon: Way;
}

/** Fine enough for a pass of an hour, and at most some hundred samples for one of a day. */
export function skyStep(span: Span): number {
  const minutes = Math.max(1, Math.ceil((span.to - span.from) / MINUTE / 480));
  return (minutes * MINUTE) / SECOND;
}

export function buildSky(period: ViewPeriod): SkySamples | null {
  const given = period.samples;
  const samples = given ? buildSamples(given, Date.parse(period.los)) : null;
  if (!given || !samples) {
    return null;
  }
  const count = samples.times.length;
  const series = (values: number[] | undefined) =>
    values && values.length >= count ? Float64Array.from(values.slice(0, count)) : null;
  const rangeKm = series(given.rangeKm);
  const sepDeg = series(given.sepDeg);
  const [sunAz, sunEl] = [series(given.sunAzDeg), series(given.sunElDeg)];
  const [moonAz, moonEl] = [series(given.moonAzDeg), series(given.moonElDeg)];
  return rangeKm && sepDeg && sunAz && sunEl && moonAz && moonEl
    ? {
        ...samples,
        rangeKm,
        sepDeg,
        sun: { azDeg: sunAz, elDeg: sunEl },
        moon: { azDeg: moonAz, elDeg: moonEl },
      }
    : null;
}

/** What was asked for, as long as the view periods on the page are the same. */
const known = new WeakMap<World, Map<string, Promise<ViewPeriod[]>>>();

/** The sky through a view period: asked for when somebody looks, since it is too much to hold for all of them. */
export async function skyOf(
  client: Client,
  schedule: string,
  world: World,
  curve: Curve,
): Promise<SkySamples | null> {
  const stepS = skyStep(curve);
  const key = `${schedule}\n${curve.antenna}\n${curve.craft.id}\n${stepS}`;
  let answers = known.get(world);
  if (!answers) {
    answers = new Map();
    known.set(world, answers);
  }
  let answer = answers.get(key);
  if (!answer) {
    answer = client
      .skyPeriods(schedule, curve.antenna, curve.craft.id, stepS)
      .then(({ viewPeriods }) => viewPeriods);
    answers.set(key, answer);
    // An answer that failed may be asked for again.
    answer.catch(() => answers.delete(key));
  }
  const period = (await answer).find(({ aos }) => Date.parse(aos) === curve.from);
  return period ? buildSky(period) : null;
}

/** The index of the sample nearest to a time. */
export function nearest(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= time) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return time - (times[low] as number) <= (times[high] as number) - time ? low : high;
}
