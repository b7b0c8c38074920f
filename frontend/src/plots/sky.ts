import type { MaskPoint } from '../api/types';
import { maskAt, type Samples } from '../state/world';

/**
 * A point of the sky on a disc: zenith in the middle, horizon on the rim, north up, east to the right as on a map.
 * The distance from the middle grows linearly with the angle from the zenith.
 */
export function skyPoint(azDeg: number, elDeg: number, radius: number): [number, number] {
  const distance = ((90 - elDeg) / 90) * radius;
  const az = (azDeg * Math.PI) / 180;
  return [distance * Math.sin(az), -distance * Math.cos(az)];
}

function path(points: readonly [number, number][], close: boolean): string {
  const body = points.map(([x, y], k) => `${k ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  return close ? `${body}Z` : body;
}

export function skyPath(samples: Pick<Samples, 'azDeg' | 'elDeg'>, radius: number): string {
  return path(
    Array.from(samples.azDeg, (_, k) =>
      skyPoint(samples.azDeg[k] as number, samples.elDeg[k] as number, radius),
    ),
    false,
  );
}

export function maskPath(mask: readonly MaskPoint[], radius: number): string {
  return path(
    Array.from({ length: 180 }, (_, k) => skyPoint(2 * k, maskAt(mask, 2 * k), radius)),
    true,
  );
}
