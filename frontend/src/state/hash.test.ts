import { describe, expect, it } from 'vitest';
import { EMPTY_HASH, readHash, writeHash, type HashState } from './hash';

const FULL: HashState = {
  schedule: '8f3a-1',
  view: { from: Date.UTC(2026, 11, 7), to: Date.UTC(2026, 11, 10, 6, 30) },
  selection: { kind: 'pass', id: 'KPLO-TM/1#1' },
  mode: 'kst',
  rows: 'spacecraft',
};

describe('the hash', () => {
  it('keeps schedule, view, selection, axis and rows', () => {
    expect(writeHash(FULL)).toBe(
      '#s=8f3a-1&from=2026-12-07T00:00Z&to=2026-12-10T06:30Z&pass=KPLO-TM/1%231&axis=kst&rows=spacecraft',
    );
    expect(readHash(writeHash(FULL))).toEqual(FULL);
  });

  it('survives ids with every kind of character', () => {
    for (const id of ['a&b=c', 'ä +%', '다누리/1', '#?#']) {
      const state: HashState = { ...EMPTY_HASH, schedule: 's', selection: { kind: 'request', id } };
      expect(readHash(writeHash(state))).toEqual(state);
    }
  });

  it('leaves defaults out and reads nothing as defaults', () => {
    expect(writeHash(EMPTY_HASH)).toBe('');
    expect(readHash('')).toEqual(EMPTY_HASH);
    expect(readHash('#')).toEqual(EMPTY_HASH);
  });

  it('ignores what makes no sense', () => {
    expect(readHash('#from=2026-12-08T00:00Z&to=2026-12-07T00:00Z&axis=mars&rows=x&s=')).toEqual(EMPTY_HASH);
    expect(readHash('#from=yesterday&to=2026-12-07T00:00Z').view).toBeNull();
  });
});
