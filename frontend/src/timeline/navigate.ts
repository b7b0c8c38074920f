import type { Pass } from '../state/plan';
import type { Row } from './layout';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The pass an arrow key leads to: the neighbour in time in its row, or the nearest in time of the next row that has any. */
export function neighbour(
  rows: readonly Row[],
  rowIndex: number,
  pass: Pass,
  direction: Direction,
): Target | null {
  const row = rows[rowIndex];
  if (!row) {
    return null;
  }
  if (direction === 'left' || direction === 'right') {
    const order = [...row.placed].sort((a, b) => a.pass.bot - b.pass.bot);
    const at = order.findIndex((placed) => placed.pass.id === pass.id);
    const next = order[at + (direction === 'right' ? 1 : -1)];
    return at >= 0 && next ? { pass: next.pass, row: rowIndex } : null;
  }
  const step = direction === 'down' ? 1 : -1;
  for (let k = rowIndex + step; k >= 0 && k < rows.length; k += step) {
    let best: Pass | null = null;
    for (const placed of rows[k]?.placed ?? []) {
      if (best === null || Math.abs(placed.pass.bot - pass.bot) < Math.abs(best.bot - pass.bot)) {
        best = placed.pass;
      }
    }
    if (best) {
      return { pass: best, row: k };
    }
  }
  return null;
}

export interface Target {
  pass: Pass;
  row: number;
}
