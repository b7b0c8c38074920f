import { HOUR, type Span } from '../lib/time';
import type { Pass } from '../state/plan';

/** Mean number of antennas busy in each bin of the horizon, from beginning to end of activity. */
export function busyAntennas(passes: readonly Pass[], horizon: Span, binMs: number): Float64Array {
  const bins = new Float64Array(Math.max(1, Math.ceil((horizon.to - horizon.from) / binMs)));
  for (const pass of passes) {
    const from = Math.max(pass.boa, horizon.from);
    const to = Math.min(pass.eoa, horizon.to);
    for (let k = Math.floor((from - horizon.from) / binMs); k < bins.length; k++) {
      const start = horizon.from + k * binMs;
      if (start >= to) {
        break;
      }
      const share = (Math.min(to, start + binMs) - Math.max(from, start)) / binMs;
      bins[k] = (bins[k] as number) + share * pass.antennas.length;
    }
  }
  return bins;
}

/** An hour, or as many whole hours as keep a bin at least three pixels wide. */
export function binSize(horizon: Span, width: number): number {
  const hours = (horizon.to - horizon.from) / HOUR;
  return Math.max(1, Math.ceil((hours * 3) / Math.max(1, width))) * HOUR;
}
