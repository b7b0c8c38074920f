import type { Pass, Plan } from '../state/plan';
import type { Closure, Craft, Curve, World } from '../state/world';
import type { Span } from '../lib/time';

export type RowMode = 'antennas' | 'spacecraft';

/** A pass in a row; an array of antennas puts one pass in several rows. */
export interface Placed {
  pass: Pass;
  lane: number;
}

export interface Row {
  key: string;
  title: string;
  subtitle: string;
  /** Whose row it is; null for an antenna's. */
  craft: Craft | null;
  closures: Closure[];
  curves: Curve[];
  /** Sorted by `boa`. */
  placed: Placed[];
  lanes: number;
  /** Elevations drawn at the row's base and top: its own lowest and highest, so that its curves use its height. */
  floorDeg: number;
  ceilingDeg: number;
}

/** Rows whose spacecraft stay low are not blown up beyond this range. */
const SMALLEST_RANGE_DEG = 15;

/** Curves begin at the mask; a row of high ones still has its base no higher than this. */
const HIGHEST_FLOOR_DEG = 20;

/**
 * Puts intervals into as few lanes as keep them apart, in the order given by their start: the greedy choice is optimal
 * for intervals. Half-open, so that touching ones share a lane.
 */
export function assignLanes(spans: readonly Span[]): { lanes: number[]; count: number } {
  const order = spans.map((_, k) => k).sort((a, b) => spanAt(spans, a).from - spanAt(spans, b).from || a - b);
  const ends: number[] = [];
  const lanes = new Array<number>(spans.length).fill(0);
  for (const k of order) {
    const span = spanAt(spans, k);
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.to;
    lanes[k] = lane;
  }
  return { lanes, count: Math.max(1, ends.length) };
}

function spanAt(spans: readonly Span[], k: number): Span {
  return spans[k] as Span;
}

export function buildRows(world: World, plan: Plan | null, mode: RowMode): Row[] {
  const bare = mode === 'antennas' ? antennaRows(world) : craftRows(world);
  const rows = new Map(bare.map((row) => [row.key, row]));
  for (const curve of world.curves) {
    rows.get(mode === 'antennas' ? curve.antenna : curve.craft.id)?.curves.push(curve);
  }
  const passes = new Map<string, Pass[]>(bare.map((row) => [row.key, []]));
  for (const pass of plan?.passes ?? []) {
    for (const key of mode === 'antennas' ? new Set(pass.antennas) : [pass.craft.id]) {
      passes.get(key)?.push(pass);
    }
  }
  for (const row of bare) {
    const own = (passes.get(row.key) ?? []).sort((a, b) => a.boa - b.boa);
    const { lanes, count } = assignLanes(own.map((pass) => ({ from: pass.boa, to: pass.eoa })));
    row.placed = own.map((pass, k) => ({ pass, lane: lanes[k] ?? 0 }));
    row.lanes = count;
    Object.assign(row, elevationRange(row.curves));
  }
  return bare;
}

function elevationRange(curves: readonly Curve[]): { floorDeg: number; ceilingDeg: number } {
  let floorDeg = HIGHEST_FLOOR_DEG;
  let ceilingDeg = 0;
  for (const { samples, peakDeg } of curves) {
    const ends = samples ? Math.min(samples.elDeg[0] ?? 0, samples.elDeg.at(-1) ?? 0) : 0;
    floorDeg = Math.min(floorDeg, Math.max(0, ends));
    ceilingDeg = Math.max(ceilingDeg, peakDeg ?? 0);
  }
  return { floorDeg, ceilingDeg: Math.min(90, Math.max(floorDeg + SMALLEST_RANGE_DEG, ceilingDeg * 1.05)) };
}

function antennaRows(world: World): Row[] {
  return world.antennas.map((dish) => ({
    key: dish.id,
    title: dish.id,
    subtitle: dish.name,
    craft: null,
    closures: dish.closures,
    curves: [],
    placed: [],
    lanes: 1,
    floorDeg: 0,
    ceilingDeg: 90,
  }));
}

/** Those of a mission one below the other. */
function craftRows(world: World): Row[] {
  const crafts = [...world.crafts.values()];
  const ordered = world.missions.flatMap((mission) => crafts.filter((craft) => craft.mission === mission));
  return ordered.map((craft) => ({
    key: craft.id,
    title: craft.name,
    subtitle: plain(craft.name) === plain(craft.id) ? '' : craft.id,
    craft,
    closures: [],
    curves: [],
    placed: [],
    lanes: 1,
    floorDeg: 0,
    ceilingDeg: 90,
  }));
}

/** Letters and digits only: `Orion` and `ORION` say the same. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

export interface RowBox {
  top: number;
  height: number;
}

const SHORTEST_ROW = 64;
const TALLEST_ROW = 220;

/** The most height rows make use of; the page gives the rest to the tables. */
export function usefulHeight(rows: number): number {
  return Math.max(1, rows) * TALLEST_ROW;
}

/** Rows share the height they are given, between a height that still shows a pass and one that wastes no space. */
export function stackRows(count: number, available: number): RowBox[] {
  const height = Math.max(SHORTEST_ROW, Math.min(TALLEST_ROW, Math.floor(available / Math.max(1, count))));
  return Array.from({ length: count }, (_, k) => ({ top: k * height, height }));
}

/** Where in its row a pass is drawn: lanes share a band around the middle. */
export function laneBox(row: RowBox, lane: number, lanes: number): RowBox {
  const band = Math.min(row.height - 22, Math.max(28, Math.min(44, row.height * 0.34) * Math.min(lanes, 3)));
  const middle = row.top + row.height * 0.54;
  const gap = lanes > 1 ? 2 : 0;
  const height = (band - gap * (lanes - 1)) / lanes;
  return { top: middle - band / 2 + lane * (height + gap), height };
}
