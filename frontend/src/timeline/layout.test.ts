import { describe, expect, it } from 'vitest';
import { buildPlan } from '../state/plan';
import { buildWorld } from '../state/world';
import { problem, request, schedule, track, viewPeriod } from '../test/builders';
import { assignLanes, buildRows, laneBox, stackRows } from './layout';

const span = (from: number, to: number) => ({ from, to });

describe('assignLanes', () => {
  it('shares a lane between intervals that only touch', () => {
    expect(assignLanes([span(0, 2), span(2, 4)])).toEqual({ lanes: [0, 0], count: 1 });
  });

  it('uses as many lanes as overlap at once', () => {
    expect(assignLanes([span(0, 10), span(1, 3), span(2, 5), span(4, 6)])).toEqual({
      lanes: [0, 1, 2, 1],
      count: 3,
    });
  });

  it('does not depend on the order of its input', () => {
    expect(assignLanes([span(4, 6), span(0, 5)]).lanes).toEqual([1, 0]);
  });

  it('never puts two overlapping intervals into one lane', () => {
    let seed = 11;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const spans = Array.from({ length: 200 }, () => {
      const from = random() * 100;
      return span(from, from + random() * 8);
    });
    const { lanes } = assignLanes(spans);
    spans.forEach((a, i) =>
      spans.forEach((b, j) => {
        if (i < j && lanes[i] === lanes[j]) {
          expect(a.to <= b.from || b.to <= a.from, `${i} and ${j}`).toBe(true);
        }
      }),
    );
  });
});

describe('buildRows', () => {
  const world = buildWorld(
    problem({ antennas: [{ id: 'KDSA' }, { id: 'DSS-26' }] }),
    [request('KPLO-TM/1'), request('LRO-TM/1', { spacecraft: 'LRO', mission: 'LRO' })],
    [viewPeriod(0, 8), viewPeriod(2, 9, { antenna: 'DSS-26', spacecraft: 'LRO', peakElevationDeg: 80 })],
  );
  const plan = buildPlan(
    world,
    schedule({
      tracks: [
        track('KPLO-TM/1#1', 1, 4, { antennas: ['KDSA', 'DSS-26'] }),
        track('LRO-TM/1#1', 3, 6, { spacecraft: 'LRO', antennas: ['DSS-26'] }),
      ],
    }),
  );

  it('draws a pass of an array in every antenna it uses', () => {
    const rows = buildRows(world, plan, 'antennas');
    expect(rows.map((row) => row.placed.map(({ pass }) => pass.id))).toEqual([
      ['KPLO-TM/1#1'],
      ['KPLO-TM/1#1', 'LRO-TM/1#1'],
    ]);
    expect(rows[1]?.lanes).toBe(2);
  });

  it('gathers spacecraft, those of a mission together, their view periods from all antennas', () => {
    const rows = buildRows(world, plan, 'spacecraft');
    expect(rows.map((row) => [row.title, row.placed.length, row.curves.length])).toEqual([
      ['Danuri', 1, 1],
      ['LRO', 1, 1],
    ]);
    const pair = buildWorld(
      problem({
        spacecraft: [
          { id: 'ELYTRA', mission: 'BLUE-GHOST-2' },
          { id: 'LRO' },
          { id: 'BLUE-GHOST-2', mission: 'BLUE-GHOST-2' },
        ],
      }),
      [],
      [],
    );
    expect(buildRows(pair, null, 'spacecraft').map((row) => row.key)).toEqual([
      'ELYTRA',
      'BLUE-GHOST-2',
      'LRO',
    ]);
  });

  it('draws the view periods before there is a schedule', () => {
    expect(buildRows(world, null, 'antennas').map((row) => row.curves.length)).toEqual([1, 1]);
  });

  it('scales every row to its own highest curve', () => {
    const [kdsa, dss] = buildRows(world, plan, 'antennas');
    expect(kdsa?.ceilingDeg).toBeCloseTo(52.5);
    expect(dss?.ceilingDeg).toBeCloseTo(84);
  });
});

describe('row geometry', () => {
  it('shares the height, but never below what shows a pass', () => {
    expect(stackRows(4, 600).map((box) => box.top)).toEqual([0, 150, 300, 450]);
    expect(stackRows(15, 600)[14]).toEqual({ top: 14 * 64, height: 64 });
  });

  it('keeps every lane inside its row and apart from the others', () => {
    for (const height of [64, 150]) {
      for (const lanes of [1, 2, 3, 5]) {
        const row = { top: 100, height };
        const boxes = Array.from({ length: lanes }, (_, lane) => laneBox(row, lane, lanes));
        boxes.forEach((box, k) => {
          expect(box.top).toBeGreaterThanOrEqual(row.top);
          expect(box.top + box.height).toBeLessThanOrEqual(row.top + height);
          const next = boxes[k + 1];
          if (next) {
            expect(next.top).toBeGreaterThanOrEqual(box.top + box.height);
          }
        });
      }
    }
  });
});
