import type { Pass } from '../state/plan';
import { directionAt, type Closure, type Curve } from '../state/world';
import { laneBox, type Placed, type Row, type RowBox } from './layout';
import type { Part } from './placement';
import type { TimeScale } from './viewport';

export type Hit =
  | { kind: 'pass'; pass: Pass; row: Row }
  | { kind: 'closure'; closure: Closure; row: Row }
  | { kind: 'curve'; curve: Curve; row: Row; elDeg: number | null };

/** A pass of a few pixels still takes a finger's or pointer's aim. */
const SLACK_PX = 3;

/** How near to the end of a track a pointer takes hold of it. */
const EDGE_PX = 6;

export function rowAt(boxes: readonly RowBox[], y: number): number {
  return boxes.findIndex((box) => y >= box.top && y < box.top + box.height);
}

/**
 * What lies under a point, top layer first. `curveHeight` says how far above a row's base an elevation is drawn;
 * a view period is hit anywhere under its curve, the nearest curve above the pointer wins.
 */
export function hitTest(
  rows: readonly Row[],
  boxes: readonly RowBox[],
  scale: TimeScale,
  x: number,
  y: number,
  curveY: (box: RowBox, elDeg: number, range: Row) => number,
): Hit | null {
  const index = rowAt(boxes, y);
  const row = rows[index];
  const box = boxes[index];
  if (!row || !box) {
    return null;
  }
  const placed = nearestPass(row, box, scale, x, y);
  if (placed) {
    return { kind: 'pass', pass: placed.pass, row };
  }
  const time = scale.time(x);
  const closure = row.closures.find((each) => time >= each.from && time < each.to);
  if (closure) {
    return { kind: 'closure', closure, row };
  }
  let best: { curve: Curve; y: number; elDeg: number | null } | null = null;
  for (const curve of row.curves) {
    if (time < curve.from || time > curve.to) {
      continue;
    }
    const elDeg = curve.samples ? (directionAt(curve.samples, time)?.elDeg ?? null) : null;
    const top = curveY(box, elDeg ?? curve.peakDeg ?? 90, row);
    if (y >= top - SLACK_PX && (best === null || top > best.y)) {
      best = { curve, y: top, elDeg };
    }
  }
  return best && { kind: 'curve', curve: best.curve, row, elDeg: best.elDeg };
}

/** Which part of a pass the pointer would drag: an edge of its track when it is wide enough to aim at one, else the whole. */
export function gripAt(pass: Pass, scale: TimeScale, x: number): Part {
  const start = scale.x(pass.bot);
  const end = scale.x(pass.eot);
  const slack = Math.min(EDGE_PX, (end - start) / 4);
  if (slack < EDGE_PX / 2) {
    return 'whole';
  }
  if (Math.abs(x - end) <= slack) {
    return 'end';
  }
  return Math.abs(x - start) <= slack ? 'start' : 'whole';
}

function nearestPass(row: Row, box: RowBox, scale: TimeScale, x: number, y: number): Placed | null {
  let best: Placed | null = null;
  let bestDistance = SLACK_PX;
  for (const placed of row.placed) {
    const left = scale.x(placed.pass.boa);
    if (left > x + SLACK_PX) {
      break;
    }
    const right = scale.x(placed.pass.eoa);
    const lane = laneBox(box, placed.lane, row.lanes);
    const dx = Math.max(left - x, 0, x - right);
    const inside = y >= lane.top - 1 && y <= lane.top + lane.height + 1;
    if (inside && dx <= bestDistance) {
      best = placed;
      bestDistance = dx;
    }
  }
  return best;
}
