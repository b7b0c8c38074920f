import { describe, expect, it } from 'vitest';
import { buildPlan } from '../state/plan';
import { buildWorld } from '../state/world';
import { problem, request, schedule, track } from '../test/builders';
import { buildRows } from './layout';
import { neighbour, type Direction } from './navigate';

const world = buildWorld(
  problem({ antennas: [{ id: 'KDSA' }, { id: 'EMPTY' }, { id: 'DSS-26' }] }),
  [request('A'), request('B'), request('C'), request('D')],
  [],
);
const plan = buildPlan(
  world,
  schedule({
    tracks: [
      track('A#1', 1, 2),
      track('B#1', 5, 6),
      track('C#1', 4, 5, { antennas: ['DSS-26'] }),
      track('D#1', 9, 10, { antennas: ['DSS-26'] }),
    ],
  }),
);
const rows = buildRows(world, plan, 'antennas');

function step(row: number, id: string, direction: Direction): string | null {
  const pass = plan.passById.get(id);
  return (pass && neighbour(rows, row, pass, direction)?.pass.id) ?? null;
}

describe('neighbour', () => {
  it('goes through a row in time', () => {
    expect(step(0, 'A#1', 'right')).toBe('B#1');
    expect(step(0, 'B#1', 'left')).toBe('A#1');
    expect(step(0, 'B#1', 'right')).toBeNull();
  });

  it('goes to the nearest pass of the next row that has any', () => {
    expect(step(0, 'B#1', 'down')).toBe('C#1');
    expect(step(2, 'D#1', 'up')).toBe('B#1');
    expect(step(0, 'A#1', 'up')).toBeNull();
  });
});
