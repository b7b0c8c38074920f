import { describe, expect, it } from 'vitest';
import { intersect, subtract, union } from './spans';

/** Every set of spans on a short line, as the set of its unit cells: the algebra is checked against plain sets. */
const LENGTH = 6;
const ALL = Array.from({ length: 1 << LENGTH }, (_, bits) => bits);
const cells = (bits: number) =>
  Array.from({ length: LENGTH }, (_, k) => k)
    .filter((k) => bits & (1 << k))
    .map((k) => ({ from: k, to: k + 1 }));
const spans = (bits: number) => union(cells(bits));

describe('spans', () => {
  it('are joined where they touch or overlap, in order', () => {
    expect(
      union([
        { from: 5, to: 6 },
        { from: 0, to: 2 },
        { from: 1, to: 3 },
        { from: 3, to: 4 },
        { from: 8, to: 8 },
      ]),
    ).toEqual([
      { from: 0, to: 4 },
      { from: 5, to: 6 },
    ]);
  });

  it('intersect and subtract as sets do, for every pair on a line of six cells', () => {
    for (const a of ALL) {
      for (const b of ALL) {
        expect(intersect(spans(a), spans(b))).toEqual(spans(a & b));
        expect(subtract(spans(a), spans(b))).toEqual(spans(a & ~b));
      }
    }
  });
});
