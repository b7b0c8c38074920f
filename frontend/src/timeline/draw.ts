import { SHAPE_PATHS, type Style } from '../lib/palette';
import type { Span } from '../lib/time';
import type { Selection } from '../state/hash';
import type { Pass } from '../state/plan';
import type { Closure, Curve } from '../state/world';
import { laneBox, type Placed, type Row, type RowBox, type RowMode } from './layout';
import type { Ticks } from './ticks';
import type { TimeScale } from './viewport';

/** The theme's colours, read from the style sheet so that there is one place for them. */
export interface Tokens {
  panel: string;
  outside: string;
  line: string;
  line2: string;
  ink: string;
  ink2: string;
  faint: string;
  accent: string;
  bad: string;
  hatch: string;
  hatchStrong: string;
  viewPeriod: string;
}

export interface Scene {
  width: number;
  height: number;
  /** The plot begins here; labels lie to the left. */
  left: number;
  scrollTop: number;
  rows: readonly Row[];
  boxes: readonly RowBox[];
  scale: TimeScale;
  view: Span;
  horizon: Span;
  ticks: Ticks;
  tokens: Tokens;
  mode: RowMode;
  selection: Selection | null;
  /** Spacecraft whose view periods stand out, of the selection or under the pointer. */
  craft: string | null;
  now: number | null;
  font: string;
  unavailableLabel: string;
}

/** Room below a row's curves and above them. */
const BASE = 10;
const HEAD = 12;

/** The elevations between which a row's curves are drawn. */
export type ElevationRange = Pick<Row, 'floorDeg' | 'ceilingDeg'>;

export function curveY(box: RowBox, elDeg: number, { floorDeg, ceilingDeg }: ElevationRange): number {
  const base = box.top + box.height - BASE;
  const share = (elDeg - floorDeg) / (ceilingDeg - floorDeg);
  return base - Math.max(0, Math.min(share, 1)) * (box.height - BASE - HEAD);
}

export function readTokens(element: Element): Tokens {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    panel: read('--panel'),
    outside: read('--bg'),
    line: read('--line'),
    line2: read('--line2'),
    ink: read('--ink'),
    ink2: read('--ink2'),
    faint: read('--faint'),
    accent: read('--accent'),
    bad: read('--bad'),
    hatch: read('--hatch'),
    hatchStrong: read('--hatch-strong'),
    viewPeriod: read('--vp'),
  };
}

const patterns = new Map<string, CanvasPattern>();

/** Diagonal stripes that tile without a seam. */
function hatch(context: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  const known = patterns.get(colour);
  if (known) {
    return known;
  }
  const size = 7;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) {
    return colour;
  }
  pen.strokeStyle = colour;
  pen.lineWidth = 2.2;
  pen.beginPath();
  for (const offset of [-size, 0, size]) {
    pen.moveTo(offset - 1, size + 1);
    pen.lineTo(offset + size + 1, -1);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  if (pattern) {
    patterns.set(colour, pattern);
  }
  return pattern ?? colour;
}

/** Draws everything of the timeline but its labels; only what is in view, in one batch a colour. */
export function paint(context: CanvasRenderingContext2D, scene: Scene): void {
  const { width, height, left, scrollTop, tokens } = scene;
  context.clearRect(0, 0, width, height);
  context.save();
  context.translate(0, -scrollTop);
  const visible = scene.boxes
    .map((box, k) => ({ box, row: scene.rows[k] as Row }))
    .filter(({ box }) => box.top + box.height > scrollTop && box.top < scrollTop + height);

  paintOutside(context, scene);
  context.save();
  context.beginPath();
  context.rect(left, scrollTop, width - left, height);
  context.clip();
  paintGrid(context, scene);
  for (const { box, row } of visible) {
    paintCurves(context, scene, row, box);
    paintClosures(context, scene, row.closures, box);
  }
  paintPasses(context, scene, visible);
  context.restore();

  context.fillStyle = tokens.line;
  for (const { box } of visible) {
    context.fillRect(0, box.top + box.height - 1, width, 1);
  }
  context.restore();
  paintNow(context, scene);
}

function paintOutside(context: CanvasRenderingContext2D, scene: Scene): void {
  const { scale, horizon, left, width, height, scrollTop } = scene;
  context.fillStyle = scene.tokens.outside;
  const start = scale.x(horizon.from);
  const end = scale.x(horizon.to);
  if (start > left) {
    context.fillRect(left, scrollTop, start - left, height);
  }
  if (end < width) {
    context.fillRect(end, scrollTop, width - end, height);
  }
  const last = scene.boxes.at(-1);
  const bottom = last ? last.top + last.height : 0;
  if (bottom < scrollTop + height) {
    context.fillRect(0, bottom, width, scrollTop + height - bottom);
  }
}

function paintGrid(context: CanvasRenderingContext2D, scene: Scene): void {
  const { ticks, scale, scrollTop, tokens } = scene;
  const last = scene.boxes.at(-1);
  const height = Math.min(scene.height, (last ? last.top + last.height : 0) - scrollTop);
  for (const [list, colour] of [
    [ticks.minor, tokens.line2],
    [ticks.major, tokens.line],
  ] as const) {
    context.fillStyle = colour;
    for (const tick of list) {
      context.fillRect(Math.round(scale.x(tick.time)), scrollTop, 1, height);
    }
  }
}

function inView(span: Span, view: Span): boolean {
  return span.to > view.from && span.from < view.to;
}

/** A view period given without directions is a block of a bit less than half the row. */
function flatDeg({ floorDeg, ceilingDeg }: ElevationRange): number {
  return floorDeg + 0.4 * (ceilingDeg - floorDeg);
}

/** Appends a curve's line, thinned to the pixels there are; the highest point is always kept. */
function traceCurve(
  path: Path2D,
  scene: Scene,
  curve: Curve,
  box: RowBox,
  range: ElevationRange,
  fill: boolean,
): void {
  const { scale, view } = scene;
  const base = curveY(box, range.floorDeg, range);
  const x0 = scale.x(curve.from);
  const x1 = scale.x(curve.to);
  const samples = curve.samples;
  if (!samples || x1 - x0 < 3) {
    const top = curveY(box, curve.peakDeg ?? flatDeg(range), range);
    if (fill || !samples) {
      path.rect(x0, top, Math.max(0.5, x1 - x0), base - top);
    }
    return;
  }
  const { times, elDeg } = samples;
  const count = times.length;
  const spacing = ((times[1] as number) - (times[0] as number)) * scale.pixelsPerMs;
  const stride = Math.max(1, Math.floor(1.5 / Math.max(spacing, 1e-6)));
  const step = (times[1] as number) - (times[0] as number);
  const first = Math.max(0, Math.floor((view.from - (times[0] as number)) / step) - stride);
  const last = Math.min(count - 1, Math.ceil((view.to - (times[0] as number)) / step) + stride);
  const startX = scale.x(times[first] as number);
  const peakDeg = curve.peakDeg;
  let pending = peakDeg === null ? null : curve.peak;
  if (fill) {
    path.moveTo(startX, base);
    path.lineTo(startX, curveY(box, elDeg[first] as number, range));
  } else {
    path.moveTo(startX, curveY(box, elDeg[first] as number, range));
  }
  if (pending !== null && pending <= (times[first] as number)) {
    pending = null;
  }
  let k = first;
  while (k < last) {
    k = Math.min(last, k + stride);
    const time = times[k] as number;
    if (pending !== null && pending <= time) {
      path.lineTo(scale.x(pending), curveY(box, peakDeg as number, range));
      pending = null;
    }
    path.lineTo(scale.x(time), curveY(box, elDeg[k] as number, range));
  }
  if (fill) {
    path.lineTo(scale.x(times[last] as number), base);
    path.closePath();
  }
}

function paintCurves(context: CanvasRenderingContext2D, scene: Scene, row: Row, box: RowBox): void {
  const { view, tokens, craft } = scene;
  const fill = new Path2D();
  const stroke = new Path2D();
  const own: Curve[] = [];
  for (const curve of row.curves) {
    if (!inView(curve, view)) {
      continue;
    }
    traceCurve(fill, scene, curve, box, row, true);
    if (curve.craft.id === craft) {
      own.push(curve);
    } else {
      traceCurve(stroke, scene, curve, box, row, false);
    }
  }
  // One path, so that many spacecraft in the same part of the sky do not add up to black.
  context.fillStyle = tokens.viewPeriod;
  context.fill(fill);
  context.lineWidth = 1;
  context.strokeStyle = tokens.faint;
  context.globalAlpha = 0.4;
  context.stroke(stroke);
  const style = own[0]?.craft.mission.style;
  if (style) {
    const ownFill = new Path2D();
    const ownStroke = new Path2D();
    for (const curve of own) {
      traceCurve(ownFill, scene, curve, box, row, true);
      traceCurve(ownStroke, scene, curve, box, row, false);
    }
    context.fillStyle = style.colour;
    context.globalAlpha = 0.1;
    context.fill(ownFill);
    context.strokeStyle = style.colour;
    context.lineWidth = 1.5;
    context.globalAlpha = 0.9;
    context.stroke(ownStroke);
  }
  context.globalAlpha = 1;
}

function paintClosures(
  context: CanvasRenderingContext2D,
  scene: Scene,
  closures: readonly Closure[],
  box: RowBox,
): void {
  const { scale, view, tokens, left } = scene;
  for (const closure of closures) {
    if (!inView(closure, view)) {
      continue;
    }
    const x = scale.x(closure.from);
    const width = Math.max(1, scale.x(closure.to) - x);
    const top = box.top + 1;
    const height = box.height - 2;
    context.fillStyle = hatch(context, tokens.hatch);
    context.fillRect(x, top, width, height);
    context.strokeStyle = tokens.line;
    context.lineWidth = 1;
    context.strokeRect(Math.round(x) + 0.5, top + 0.5, Math.round(width) - 1, height - 1);
    const label = closure.reason || scene.unavailableLabel;
    const start = Math.max(x, left) + 5;
    context.font = `11px ${scene.font}`;
    const room = x + width - start - 4;
    const text = fit(context, label, room);
    if (text) {
      context.fillStyle = tokens.ink2;
      context.fillText(text, start, top + 14);
    }
  }
}

const widths = new Map<string, number>();

function textWidth(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

function fit(context: CanvasRenderingContext2D, text: string, room: number): string | null {
  if (textWidth(context, text) <= room) {
    return text;
  }
  for (let keep = text.length - 1; keep >= 3; keep--) {
    const cut = `${text.slice(0, keep).trimEnd()}…`;
    if (textWidth(context, cut) <= room) {
      return cut;
    }
  }
  return null;
}

interface Drawn {
  pass: Pass;
  style: Style;
  box: RowBox;
  xBoa: number;
  xBot: number;
  xEot: number;
  xEoa: number;
}

function collect(scene: Scene, row: Row, box: RowBox, into: Drawn[]): void {
  const { scale, view } = scene;
  for (const { pass, lane } of row.placed as readonly Placed[]) {
    if (pass.boa >= view.to) {
      break;
    }
    if (pass.eoa > view.from) {
      into.push({
        pass,
        style: pass.craft.mission.style,
        box: laneBox(box, lane, row.lanes),
        xBoa: scale.x(pass.boa),
        xBot: scale.x(pass.bot),
        xEot: scale.x(pass.eot),
        xEoa: scale.x(pass.eoa),
      });
    }
  }
}

function byColour(drawn: readonly Drawn[]): Map<Style, Drawn[]> {
  const groups = new Map<Style, Drawn[]>();
  for (const each of drawn) {
    const group = groups.get(each.style);
    if (group) {
      group.push(each);
    } else {
      groups.set(each.style, [each]);
    }
  }
  return groups;
}

function addBox(path: Path2D, x: number, width: number, box: RowBox, radius: number): void {
  if (width > 2 * radius) {
    path.roundRect(x, box.top, width, box.height, radius);
  } else {
    path.rect(x, box.top, Math.max(1, width), box.height);
  }
}

function paintPasses(
  context: CanvasRenderingContext2D,
  scene: Scene,
  visible: readonly { box: RowBox; row: Row }[],
): void {
  const drawn: Drawn[] = [];
  for (const { row, box } of visible) {
    collect(scene, row, box, drawn);
  }
  const { tokens } = scene;
  const groups = byColour(drawn);
  const activity = new Path2D();
  for (const [style, group] of groups) {
    const own = new Path2D();
    for (const each of group) {
      addBox(own, each.xBoa, each.xEoa - each.xBoa, each.box, 5);
    }
    // An opaque ground first, or the curves behind would show through setup and teardown.
    context.fillStyle = tokens.panel;
    context.fill(own);
    context.fillStyle = style.colour;
    context.globalAlpha = 0.3;
    context.fill(own);
    context.globalAlpha = 1;
    activity.addPath(own);
  }
  context.fillStyle = hatch(context, tokens.hatchStrong);
  context.fill(activity);
  for (const [style, group] of groups) {
    const own = new Path2D();
    for (const each of group) {
      addBox(own, each.xBot, each.xEot - each.xBot, each.box, 3);
    }
    context.fillStyle = style.colour;
    context.fill(own);
  }
  context.font = `600 11.5px ${scene.font}`;
  context.textBaseline = 'alphabetic';
  for (const each of drawn) {
    paintLabel(context, scene, each);
  }
  for (const each of drawn) {
    if (isSelected(scene.selection, each.pass)) {
      context.strokeStyle = tokens.accent;
      context.lineWidth = 2;
      context.beginPath();
      context.roundRect(each.xBoa - 3, each.box.top - 3, each.xEoa - each.xBoa + 6, each.box.height + 6, 8);
      context.stroke();
    }
  }
}

export function isSelected(selection: Selection | null, pass: Pass): boolean {
  return selection?.kind === 'pass' ? selection.id === pass.id : selection?.id === pass.request;
}

const shapes = new Map<string, Path2D>();

function shapePath(shape: Style['shape']): Path2D {
  let path = shapes.get(shape);
  if (!path) {
    path = new Path2D(SHAPE_PATHS[shape]);
    shapes.set(shape, path);
  }
  return path;
}

const GLYPH = 8;

function paintLabel(context: CanvasRenderingContext2D, scene: Scene, each: Drawn): void {
  const { pass, style, box } = each;
  // A label stays readable while its pass is cut by the left edge.
  const start = Math.max(each.xBot, scene.left) + 5;
  const room = each.xEot - start - (pass.pinned ? 17 : 4);
  const middle = box.top + box.height / 2;
  if (room >= GLYPH && box.height >= 12) {
    context.fillStyle = style.ink;
    context.save();
    context.translate(start, middle - GLYPH / 2);
    context.scale(GLYPH / 10, GLYPH / 10);
    context.fill(shapePath(style.shape));
    context.restore();
    const names = [pass.label, scene.mode === 'missions' ? pass.antennas.join(' + ') : pass.craft.name];
    const name = names.find((text) => textWidth(context, text) <= room - GLYPH - 5);
    if (name) {
      context.fillText(name, start + GLYPH + 5, middle + 4);
    }
  }
  if (pass.critical && each.xEot - each.xBot >= 5) {
    const x = (each.xBot + each.xEot) / 2;
    context.fillStyle = scene.tokens.bad;
    context.beginPath();
    context.moveTo(x - 4.5, box.top - 3);
    context.lineTo(x, box.top - 10);
    context.lineTo(x + 4.5, box.top - 3);
    context.fill();
  }
  if (pass.pinned && each.xEot - each.xBot >= 18) {
    paintPin(context, each.xEot - 13, box.top + 5, style.ink);
  }
}

function paintPin(context: CanvasRenderingContext2D, x: number, y: number, ink: string): void {
  context.fillStyle = ink;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 8, y);
  context.lineTo(x + 6, y + 5);
  context.lineTo(x + 6, y + 8);
  context.lineTo(x + 2, y + 8);
  context.lineTo(x + 2, y + 5);
  context.closePath();
  context.fill();
  context.fillRect(x + 3.4, y + 8, 1.2, 4);
}

function paintNow(context: CanvasRenderingContext2D, scene: Scene): void {
  const { now, scale, left, width, height } = scene;
  if (now === null) {
    return;
  }
  const x = Math.round(scale.x(now));
  if (x >= left && x <= width) {
    context.fillStyle = scene.tokens.bad;
    context.fillRect(x, 0, 1, height);
  }
}
