import { describe, expect, it } from 'vitest';
import { partOf } from './part';
import { maskPath, skyPath, skyPoint } from './sky';

const SAMPLES = {
  times: Float64Array.of(0, 100, 200, 300),
  elDeg: Float64Array.of(10, 30, 30, 10),
  azDeg: Float64Array.of(90, 150, 210, 270),
};

describe('skyPoint', () => {
  it('has the zenith in the middle, north up and east to the right', () => {
    const close = (az: number, el: number, x: number, y: number) => {
      const [px, py] = skyPoint(az, el, 90);
      expect(px).toBeCloseTo(x);
      expect(py).toBeCloseTo(y);
    };
    close(123, 90, 0, 0);
    close(0, 0, 0, -90);
    close(90, 0, 90, 0);
    close(180, 60, 0, 30);
  });
});

describe('paths', () => {
  it('go through every sample and close the mask', () => {
    expect(skyPath(SAMPLES, 90)).toBe('M80.0 -0.0L30.0 52.0L-30.0 52.0L-80.0 0.0');
    expect(maskPath([{ azimuthDeg: 0, elevationDeg: 10 }], 90)).toMatch(/^M0.0 -80.0L.*Z$/);
  });
});

describe('partOf', () => {
  it('interpolates at both ends and keeps the samples between', () => {
    const part = partOf(SAMPLES, { from: 50, to: 250 });
    expect([...(part?.times ?? [])]).toEqual([50, 100, 200, 250]);
    expect([...(part?.elDeg ?? [])]).toEqual([20, 30, 30, 20]);
    expect([...(part?.azDeg ?? [])]).toEqual([120, 150, 210, 240]);
  });

  it('is cut to the samples, and nothing outside them', () => {
    expect([...(partOf(SAMPLES, { from: -50, to: 100 })?.times ?? [])]).toEqual([0, 100]);
    expect(partOf(SAMPLES, { from: 400, to: 500 })).toBeNull();
  });
});
