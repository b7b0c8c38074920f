import { directionAt, type Samples } from '../state/world';
import type { Span } from '../lib/time';

/** The samples inside a span, with interpolated ones at its ends; null when they do not meet. */
export function partOf(samples: Samples, span: Span): Samples | null {
  const first = samples.times[0] as number;
  const last = samples.times.at(-1) as number;
  const from = Math.max(span.from, first);
  const to = Math.min(span.to, last);
  if (!(from < to)) {
    return null;
  }
  const inner = Array.from(samples.times.keys()).filter((k) => {
    const time = samples.times[k] as number;
    return time > from && time < to;
  });
  const start = directionAt(samples, from);
  const end = directionAt(samples, to);
  if (!start || !end) {
    return null;
  }
  const gather = (array: Float64Array, a: number, b: number) =>
    Float64Array.from([a, ...inner.map((k) => array[k] as number), b]);
  return {
    times: gather(samples.times, from, to),
    elDeg: gather(samples.elDeg, start.elDeg, end.elDeg),
    azDeg: gather(samples.azDeg, start.azDeg, end.azDeg),
  };
}
