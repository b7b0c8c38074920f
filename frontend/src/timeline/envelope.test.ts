import { describe, expect, it } from 'vitest';
import type { Curve } from '../state/world';
import { envelope } from './envelope';
import { timeScale } from './viewport';

const VIEW = { from: 0, to: 100 };
const SCALE = timeScale(VIEW, 10, 100);

function curve(from: number, to: number, peakDeg: number, sampled = true): Curve {
  const times = Float64Array.of(from, (from + to) / 2, to);
  return {
    from,
    to,
    peakDeg,
    samples: sampled ? { times, elDeg: Float64Array.of(10, peakDeg, 10), azDeg: times } : null,
  } as Curve;
}

const at = (curves: Curve[]) => envelope(curves, VIEW, SCALE, 10, 100, 20);

describe('envelope', () => {
  it('follows the samples and is empty outside', () => {
    const columns = at([curve(20, 60, 50)]);
    expect(columns[19]).toBeNaN();
    expect(columns[20]).toBeCloseTo(10);
    expect(columns[30]).toBeCloseTo(30);
    expect(columns[40]).toBeCloseTo(50);
    expect(columns[61]).toBeNaN();
  });

  it('takes the higher of overlapping curves, in any order', () => {
    const curves = [curve(0, 40, 30), curve(10, 90, 60)];
    expect([...at(curves)]).toEqual([...at(curves.toReversed())]);
    expect(at(curves)[20]).toBeCloseTo(30);
    expect(at(curves)[50]).toBeCloseTo(60);
  });

  it('keeps curves thinner than a pixel, at their peak', () => {
    expect(at([curve(30, 30.4, 70)])[30]).toBeCloseTo(70);
  });

  it('draws a view period without directions flat, and cuts at the view', () => {
    const columns = at([curve(-50, 5, 80, false)]);
    expect([columns[0], columns[5], columns[6]]).toEqual([20, 20, NaN]);
    expect(at([curve(95, 200, 50)])[99]).toBeGreaterThan(10);
    expect(at([curve(200, 300, 50)]).every(Number.isNaN)).toBe(true);
  });
});
