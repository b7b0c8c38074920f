import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../lib/time';
import { ms } from '../test/builders';
import { antennasFor, firstPlacement, placementAt, shifted, snapped, type Part } from './placement';

const KDSA = ['KDSA'];
const legal = [
  { antennas: KDSA, free: [{ from: ms(2, 3), to: ms(5) }], seen: [{ from: ms(0), to: ms(8) }] },
  { antennas: ['DSS-26', 'DSS-36'], free: [], seen: [] },
  { antennas: ['DSS-26'], free: [{ from: ms(9), to: ms(12) }], seen: [{ from: ms(9), to: ms(12) }] },
];
const request = {
  antennas: legal.map((place) => place.antennas),
  preferredMs: 4 * HOUR,
  window: { from: ms(0), to: ms(24) },
};
const here = { antennas: KDSA, bot: ms(2), eot: ms(4) };

describe('shifted', () => {
  it('moves the whole, or one edge that never crosses the other', () => {
    expect(shifted(here, 'whole', HOUR)).toEqual({ antennas: KDSA, bot: ms(3), eot: ms(5) });
    expect(shifted(here, 'end', HOUR)).toEqual({ antennas: KDSA, bot: ms(2), eot: ms(5) });
    expect(shifted(here, 'start', 9 * HOUR)).toEqual({ antennas: KDSA, bot: ms(3, 59), eot: ms(4) });
    expect(shifted(here, 'end', -9 * HOUR)).toEqual({ antennas: KDSA, bot: ms(2), eot: ms(2, 1) });
  });
});

describe('snapped', () => {
  it('is drawn to the border of a free place, and keeps the length of the whole', () => {
    expect(snapped(here, 'whole', legal, 5 * MINUTE, MINUTE)).toEqual({
      antennas: KDSA,
      bot: ms(2, 3),
      eot: ms(4, 3),
    });
    const late = { ...here, bot: ms(3, 4), eot: ms(5, 4) };
    expect(snapped(late, 'whole', legal, 5 * MINUTE, MINUTE)).toEqual({
      antennas: KDSA,
      bot: ms(3),
      eot: ms(5),
    });
  });

  it('moves only the edge that is dragged', () => {
    const edge = { ...here, eot: ms(4, 58) };
    expect(snapped(edge, 'end', legal, 5 * MINUTE, MINUTE)).toEqual({
      antennas: KDSA,
      bot: ms(2),
      eot: ms(5),
    });
  });

  it.each<Part>(['whole', 'start', 'end'])('lies on the grid elsewhere (%s)', (part) => {
    const off = { antennas: ['DSS-56'], bot: ms(2) + 20_000, eot: ms(4) + 20_000 };
    const { bot, eot } = snapped(off, part, legal, 5 * MINUTE, MINUTE);
    expect(part === 'end' ? eot % MINUTE : bot % MINUTE).toBe(0);
    expect(part === 'end' ? bot : eot).toBe(part === 'whole' ? ms(4) : part === 'start' ? off.eot : off.bot);
  });
});

describe('antennasFor', () => {
  it('keeps an array that holds the row, else takes the option that has room there', () => {
    expect(antennasFor(request, legal, ['DSS-26', 'DSS-36'], 'DSS-26', ms(10))).toEqual(['DSS-26', 'DSS-36']);
    expect(antennasFor(request, legal, KDSA, 'DSS-26', ms(10))).toEqual(['DSS-26']);
    expect(antennasFor(request, legal, KDSA, 'DSS-26', ms(20))).toEqual(['DSS-26', 'DSS-36']);
    expect(antennasFor(request, legal, KDSA, 'DSS-63', ms(10))).toBeNull();
  });
});

describe('placementAt', () => {
  it('fits into the free place under the pointer, at most as long as preferred', () => {
    expect(placementAt(request, legal, KDSA, ms(3))).toEqual({ antennas: KDSA, bot: ms(2, 3), eot: ms(5) });
  });

  it('is of the preferred length where nothing is free', () => {
    const { bot, eot } = placementAt(request, legal, KDSA, ms(20));
    expect([bot, eot]).toEqual([ms(18), ms(22)]);
  });
});

describe('firstPlacement', () => {
  it('is the longest free place up to the preferred length, the earliest of those', () => {
    expect(firstPlacement(request, legal)).toEqual({ antennas: ['DSS-26'], bot: ms(9), eot: ms(12) });
  });

  it('is in view at least where nothing is free', () => {
    const blocked = legal.map((place) => ({ ...place, free: [] }));
    expect(firstPlacement(request, blocked)).toEqual({ antennas: KDSA, bot: ms(0), eot: ms(4) });
  });
});
