import { describe, expect, it } from 'vitest';
import { HOUR } from '../lib/time';
import type { Pass } from '../state/plan';
import { binSize, busyAntennas } from './contention';

const pass = (boa: number, eoa: number, antennas = ['A']) => ({ boa, eoa, antennas }) as Pass;

describe('busyAntennas', () => {
  const horizon = { from: 0, to: 4 * HOUR };

  it('shares an activity among the hours it touches', () => {
    expect([...busyAntennas([pass(0.5 * HOUR, 2.25 * HOUR)], horizon, HOUR)]).toEqual([0.5, 1, 0.25, 0]);
  });

  it('adds antennas of an array and cuts at the horizon', () => {
    const busy = busyAntennas([pass(-HOUR, HOUR, ['A', 'B']), pass(3 * HOUR, 9 * HOUR)], horizon, HOUR);
    expect([...busy]).toEqual([2, 0, 0, 1]);
  });

  it('conserves the antenna-hours inside the horizon', () => {
    const passes = [pass(0.1 * HOUR, 3.3 * HOUR), pass(1.7 * HOUR, 2.9 * HOUR, ['A', 'B'])];
    const sum = busyAntennas(passes, horizon, HOUR).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(3.2 + 2 * 1.2, 9);
  });
});

describe('binSize', () => {
  it('is an hour for a week and coarser for a year', () => {
    expect(binSize({ from: 0, to: 7 * 24 * HOUR }, 800)).toBe(HOUR);
    expect(binSize({ from: 0, to: 365 * 24 * HOUR }, 800)).toBe(33 * HOUR);
  });
});
