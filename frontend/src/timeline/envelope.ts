import type { Span } from '../lib/time';
import type { Curve } from '../state/world';
import type { TimeScale } from './viewport';

/**
 * The highest elevation of any curve at each pixel column of the plot, NaN where nothing is in view. One outline
 * instead of thousands of overlapping shapes: its cost to draw does not grow with the horizon.
 */
export function envelope(
  curves: readonly Curve[],
  view: Span,
  scale: TimeScale,
  left: number,
  columns: number,
  flatDeg: number,
): Float32Array {
  const highest = new Float32Array(columns).fill(NaN);
  const raise = (column: number, elDeg: number) => {
    if (!(elDeg <= (highest[column] as number))) {
      highest[column] = elDeg;
    }
  };
  for (const curve of curves) {
    if (curve.to <= view.from || curve.from >= view.to) {
      continue;
    }
    const first = Math.max(0, Math.round(scale.x(curve.from) - left));
    const last = Math.min(columns - 1, Math.round(scale.x(curve.to) - left));
    if (last - first < 2 || !curve.samples) {
      const elDeg = curve.samples ? (curve.peakDeg ?? flatDeg) : flatDeg;
      for (let column = first; column <= last; column++) {
        raise(column, elDeg);
      }
      continue;
    }
    const { times, elDeg } = curve.samples;
    const count = times.length;
    let k = 0;
    for (let column = first; column <= last; column++) {
      const time = Math.min(curve.to, Math.max(curve.from, scale.time(left + column)));
      while (k < count - 2 && (times[k + 1] as number) < time) {
        k++;
      }
      const width = (times[k + 1] as number) - (times[k] as number);
      const share = width > 0 ? Math.max(0, Math.min(1, (time - (times[k] as number)) / width)) : 0;
      raise(column, (elDeg[k] as number) + share * ((elDeg[k + 1] as number) - (elDeg[k] as number)));
    }
  }
  return highest;
}
