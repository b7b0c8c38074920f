import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../api/client';
import { at, ms, problem, viewPeriod } from '../test/builders';
import { buildSky, nearest, skyOf, skyStep } from './sky';
import { buildWorld, type Curve } from './world';

const SAMPLED = viewPeriod(0, 2, {
  samples: {
    start: at(0),
    stepS: 3600,
    azDeg: [90, 100, 110],
    elDeg: [10, 20, 30],
    rangeKm: [400_000, 401_000, 402_000],
    sepDeg: [30, 31, 32],
    sunAzDeg: [1, 2, 3],
    sunElDeg: [-5, 0, 5],
    moonAzDeg: [4, 5, 6],
    moonElDeg: [7, 8, 9],
  },
});

describe('buildSky', () => {
  it('keeps everything at the same times', () => {
    const sky = buildSky(SAMPLED);
    expect([...(sky?.times ?? [])]).toEqual([ms(0), ms(1), ms(2)]);
    expect([...(sky?.sepDeg ?? [])]).toEqual([30, 31, 32]);
    expect([...(sky?.sun.elDeg ?? [])]).toEqual([-5, 0, 5]);
  });

  it('is nothing where the server says less', () => {
    expect(buildSky(viewPeriod(0, 2))).toBeNull();
    const samples = SAMPLED.samples && { ...SAMPLED.samples, moonElDeg: [1] };
    expect(buildSky({ ...SAMPLED, samples: samples ?? null })).toBeNull();
  });
});

describe('skyOf', () => {
  it('asks once for the passes of a spacecraft over an antenna, and again after a failure', async () => {
    const world = buildWorld(problem(), [], [SAMPLED, viewPeriod(20, 22)]);
    const [first, second] = world.curves as [Curve, Curve];
    const skyPeriods = vi
      .fn()
      .mockRejectedValueOnce(new Error('busy'))
      .mockResolvedValue({ viewPeriods: [SAMPLED, viewPeriod(20, 22)], warnings: [] });
    const client = { skyPeriods } as unknown as Client;
    await expect(skyOf(client, 's', world, first)).rejects.toThrow('busy');
    expect((await skyOf(client, 's', world, first))?.rangeKm[2]).toBe(402_000);
    expect(await skyOf(client, 's', world, second)).toBeNull();
    expect(skyPeriods).toHaveBeenCalledTimes(2);
    expect(skyPeriods).toHaveBeenLastCalledWith('s', 'KDSA', 'KPLO', 60);
  });
});

describe('skyStep', () => {
  it('is a minute for a day’s third, and coarser beyond', () => {
    expect(skyStep({ from: ms(0), to: ms(8) })).toBe(60);
    expect(skyStep({ from: ms(0), to: ms(24) })).toBe(180);
  });
});

describe('nearest', () => {
  it('is the closer of two neighbours', () => {
    const times = Float64Array.of(0, 10, 20);
    expect([-5, 4, 6, 14, 16, 99].map((time) => nearest(times, time))).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
