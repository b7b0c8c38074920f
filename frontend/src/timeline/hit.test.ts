import { describe, expect, it } from 'vitest';
import { DAY } from '../lib/time';
import { buildPlan } from '../state/plan';
import { buildWorld } from '../state/world';
import { at, ms, problem, request, schedule, track, viewPeriod } from '../test/builders';
import { curveY } from './draw';
import { hitTest, rowAt } from './hit';
import { buildRows, stackRows } from './layout';
import { timeScale } from './viewport';

const world = buildWorld(
  problem(),
  [request('KPLO-TM/1')],
  [
    viewPeriod(0, 8, {
      samples: { start: at(0), stepS: 4 * 3600, azDeg: [90, 180, 270], elDeg: [10, 50, 10] },
    }),
  ],
);
const plan = buildPlan(world, schedule({ tracks: [track('KPLO-TM/1#1', 2, 4)] }));
const rows = buildRows(world, plan, 'antennas');
const boxes = stackRows(rows.length, 150);
const scale = timeScale({ from: ms(0), to: ms(0) + DAY }, 100, 960);
const hit = (time: number, y: number) => hitTest(rows, boxes, scale, scale.x(time), y, curveY);

describe('hitTest', () => {
  const box = boxes[0] as { top: number; height: number };
  const middle = box.top + box.height * 0.54;

  it('finds a pass anywhere between beginning and end of activity', () => {
    for (const time of [ms(1, 31), ms(3), ms(4, 14)]) {
      const found = hit(time, middle);
      expect(found?.kind === 'pass' && found.pass.id, new Date(time).toISOString()).toBe('KPLO-TM/1#1');
    }
  });

  it('gives a pass a few pixels of slack, not more', () => {
    expect(hitTest(rows, boxes, scale, scale.x(ms(4, 15)) + 2, middle, curveY)?.kind).toBe('pass');
    expect(hitTest(rows, boxes, scale, scale.x(ms(4, 15)) + 5, middle, curveY)?.kind).toBe('curve');
  });

  it('finds the view period below its curve, with the elevation there', () => {
    const found = hit(ms(6), box.top + box.height - 12);
    expect(found?.kind).toBe('curve');
    expect(found?.kind === 'curve' && found.elDeg).toBeCloseTo(30);
    expect(hit(ms(6), box.top + 2)).toBeNull();
  });

  it('finds maintenance by its reason', () => {
    const found = hit(ms(10), middle);
    expect(found?.kind === 'closure' && found.closure.reason).toBe('maintenance');
  });

  it('finds nothing below the last row', () => {
    expect(rowAt(boxes, box.height + 1)).toBe(-1);
    expect(hit(ms(3), box.height + 1)).toBeNull();
  });
});
