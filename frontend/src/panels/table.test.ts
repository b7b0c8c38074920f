import { describe, expect, it } from 'vitest';
import { visibleRange } from './table';

describe('visibleRange', () => {
  it('covers what is seen with a few rows to spare', () => {
    expect(visibleRange(0, 200, 29, 1000)).toEqual({ first: 0, last: 13 });
    expect(visibleRange(2900, 200, 29, 1000)).toEqual({ first: 94, last: 113 });
  });

  it('stays inside a table that became shorter than the scroll position', () => {
    expect(visibleRange(2900, 200, 29, 10)).toEqual({ first: 4, last: 10 });
    expect(visibleRange(0, 200, 29, 0)).toEqual({ first: 0, last: 0 });
  });
});
