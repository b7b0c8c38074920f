import { describe, expect, it } from 'vitest';
import { at } from '../test/builders';
import { priceStrips } from './prices';

const PRICES = { start: at(0), stepS: 3600, antennas: { KDSA: [0, 1.5, 0.5], 'DSS-26': [0, 0, 3] } };

describe('priceStrips', () => {
  it('are by antenna, against the dearest of all', () => {
    const strips = priceStrips(PRICES);
    expect(strips?.most).toBe(3);
    expect(strips?.strips.get('KDSA')).toEqual([0, 1.5, 0.5]);
    expect(strips?.strips.has('DSS-56')).toBe(false);
  });

  it('are nothing where nothing has a price', () => {
    expect(priceStrips(null)).toBeNull();
    expect(priceStrips({ ...PRICES, antennas: {} })).toBeNull();
    expect(priceStrips({ ...PRICES, antennas: { KDSA: [0, 0] } })).toBeNull();
  });
});
