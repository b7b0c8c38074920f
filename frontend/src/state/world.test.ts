import { describe, expect, it } from 'vitest';
import { at, ms, problem, request, viewPeriod } from '../test/builders';
import { buildWorld, directionAt, maskAt, repeat } from './world';

describe('buildWorld', () => {
  it('names a mission of one spacecraft by it, a mission of several by its id', () => {
    const world = buildWorld(
      problem({
        spacecraft: [
          { id: 'KPLO', name: 'Danuri', mission: 'KPLO' },
          { id: 'BG2', name: 'Blue Ghost 2', mission: 'BLUE-GHOST-2' },
          { id: 'ELYTRA', name: 'Elytra', mission: 'BLUE-GHOST-2' },
          { id: 'BARE' },
        ],
      }),
      [],
      [],
    );
    expect(world.missions.map((mission) => mission.name)).toEqual(['Danuri', 'BLUE-GHOST-2', 'BARE']);
  });

  it('draws requests and view periods of spacecraft the problem does not list', () => {
    const world = buildWorld(
      problem(),
      [request('X/1', { spacecraft: 'X', mission: 'X' })],
      [viewPeriod(0, 1, { spacecraft: 'Y' }), viewPeriod(0, 1, { spacecraft: null, request: 'X/1' })],
    );
    expect(world.requests.get('X/1')?.craft.name).toBe('X');
    expect(world.curves.map((curve) => curve.craft.name)).toEqual(['Y', 'X']);
  });

  it('puts the last sample at LOS', () => {
    const world = buildWorld(
      problem(),
      [],
      [
        viewPeriod(0, 5, {
          samples: { start: at(0), stepS: 2 * 3600, azDeg: [90, 180, 270, 280], elDeg: [10, 40, 20, 10] },
        }),
      ],
    );
    expect([...(world.curves[0]?.samples?.times ?? [])]).toEqual([ms(0), ms(2), ms(4), ms(5)]);
  });
});

describe('repeat', () => {
  const horizon = { from: ms(0), to: ms(72) };

  it('unrolls a repetition within the horizon', () => {
    const starts = repeat({ start: at(-24), end: at(-20), reason: 'x', every: 'P1D' }, horizon).map(
      (closure) => (closure.from - ms(0)) / 3_600_000,
    );
    expect(starts).toEqual([0, 24, 48]);
  });

  it('keeps a single one, and none outside', () => {
    expect(repeat({ start: at(5), end: at(6), reason: 'x' }, horizon)).toHaveLength(1);
    expect(repeat({ start: at(80), end: at(81) }, horizon)).toHaveLength(0);
  });
});

describe('maskAt', () => {
  const mask = [
    { azimuthDeg: 90, elevationDeg: 10 },
    { azimuthDeg: 180, elevationDeg: 20 },
    { azimuthDeg: 180, elevationDeg: 5 },
    { azimuthDeg: 270, elevationDeg: 5 },
  ];

  it('is linear between points and wraps at north', () => {
    expect(maskAt(mask, 135)).toBe(15);
    expect(maskAt(mask, 0)).toBeCloseTo(7.5);
    expect(maskAt(mask, 360)).toBeCloseTo(7.5);
    expect(maskAt(mask, -90)).toBe(5);
  });

  it('steps where two points share an azimuth', () => {
    expect(maskAt(mask, 179.999)).toBeCloseTo(20, 2);
    expect(maskAt(mask, 180)).toBe(5);
  });

  it('is flat for one point and zero without any', () => {
    expect(maskAt([{ azimuthDeg: 0, elevationDeg: 10 }], 200)).toBe(10);
    expect(maskAt([], 200)).toBe(0);
  });
});

describe('directionAt', () => {
  const samples = {
    times: Float64Array.of(0, 100, 150),
    elDeg: Float64Array.of(10, 20, 10),
    azDeg: Float64Array.of(350, 10, 20),
  };

  it('goes the short way round north', () => {
    expect(directionAt(samples, 50)).toEqual({ elDeg: 15, azDeg: 0 });
    expect(directionAt(samples, 125)).toEqual({ elDeg: 15, azDeg: 15 });
    const westwards = { ...samples, azDeg: Float64Array.of(10, 350, 340) };
    expect(directionAt(westwards, 25)).toEqual({ elDeg: 12.5, azDeg: 5 });
    expect(directionAt(westwards, 75)).toEqual({ elDeg: 17.5, azDeg: 355 });
  });

  it('is null outside', () => {
    expect(directionAt(samples, -1)).toBeNull();
    expect(directionAt(samples, 151)).toBeNull();
  });
});
