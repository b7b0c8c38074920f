import { describe, expect, it } from 'vitest';
import { sortBy } from './sort';

describe('sortBy', () => {
  it('counts numbers inside ids as numbers', () => {
    expect(sortBy(['KPLO-TM/10', 'KPLO-TM/9', 'IM3-TM/2'], (id) => id, false)).toEqual([
      'IM3-TM/2',
      'KPLO-TM/9',
      'KPLO-TM/10',
    ]);
  });

  it('keeps the order of equals in both directions', () => {
    const entries = [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
      { id: 'c', n: 1 },
    ];
    const ids = (descending: boolean) => sortBy(entries, (entry) => entry.n, descending).map(({ id }) => id);
    expect(ids(false)).toEqual(['a', 'c', 'b']);
    expect(ids(true)).toEqual(['b', 'a', 'c']);
  });

  it('puts missing values last in both directions', () => {
    const values = [null, 3, null, 1];
    expect(sortBy(values, (value) => value, false)).toEqual([1, 3, null, null]);
    expect(sortBy(values, (value) => value, true)).toEqual([3, 1, null, null]);
  });

  it('leaves its input as it was', () => {
    const values = [2, 1];
    sortBy(values, (value) => value, false);
    expect(values).toEqual([2, 1]);
  });
});
