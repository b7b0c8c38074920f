import type { AntennaPrices } from '../api/types';
import { SECOND } from '../lib/time';

/** Prices as they are drawn: steps of time from a start, by antenna, and the dearest of all. */
export interface PriceStrips {
  start: number;
  stepMs: number;
  strips: Map<string, readonly number[]>;
  most: number;
}

/** Null where nothing has a price. */
export function priceStrips(prices: AntennaPrices | null): PriceStrips | null {
  if (!prices) {
    return null;
  }
  const strips = new Map(Object.entries(prices.antennas));
  let most = 0;
  for (const strip of strips.values()) {
    for (const price of strip) {
      most = Math.max(most, price);
    }
  }
  return most > 0 ? { start: Date.parse(prices.start), stepMs: prices.stepS * SECOND, strips, most } : null;
}
