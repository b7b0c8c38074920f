import { SHAPE_PATHS, type Style } from '../lib/palette';
import type { Span } from '../lib/time';
import type { LegalPlace } from './legal';
import type { Selection } from '../state/hash';
import type { Pass } from '../state/plan';
import type { Closure, Curve } from '../state/world';
import { paintMarks, type Mark } from './compare';
import { envelope } from './envelope';
import { union } from '../lib/spans';
import { laneBox, type Placed, type Row, type RowBox, type RowMode } from './layout';
import type { PriceStrips } from './prices';
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
  warn: string;
  bad: string;
  ok: string;
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
  /** While something is placed: where it may go, and the spacecraft whose row shows that where rows are spacecraft. */
  legal: { places: readonly LegalPlace[]; craft: string } | null;
  /** The pass that is being moved: it stays faint where it was. */
  faded: string | null;
  /** Outages announced and not yet answered, by antenna. */
  outages: readonly (Span & { antenna: string })[];
  /** What each antenna's time costs, and the most of it. */
  prices: PriceStrips | null;
  /** Passes that break a rule. */
  broken: ReadonlySet<string>;
  /** What differs between two revisions; empty while nothing is compared. */
  marks: readonly Mark[];
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
    warn: read('--warn'),
    bad: read('--bad'),
    ok: read('--ok'),
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
    paintLegal(context, scene, row, box);
    paintPrices(context, scene, row, box);
  }
  paintPasses(context, scene, visible);
  for (const { box, row } of visible) {
    paintOutages(context, scene, row, box);
  }
  if (scene.marks.length > 0) {
    paintMarks(context, scene, visible);
  }
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

/** Below this width a curve shows no shape of its own: the row's outline stands for it. */
const THINNEST_CURVE_PX = 10;

/** More curves than this in a row, and only the row's outline is drawn. */
const MOST_CURVES = 150;

/** Appends a curve's line, thinned to the pixels there are; the highest point is always kept. */
function traceCurve(path: Path2D, scene: Scene, curve: Curve, box: RowBox, range: ElevationRange): void {
  const { scale, view } = scene;
  const samples = curve.samples;
  if (!samples) {
    const top = curveY(box, flatDeg(range), range);
    path.rect(
      scale.x(curve.from),
      top,
      scale.x(curve.to) - scale.x(curve.from),
      curveY(box, -90, range) - top,
    );
    return;
  }
  const { times, elDeg } = samples;
  const start = times[0] as number;
  const step = (times[1] as number) - start;
  const stride = Math.max(1, Math.floor(2.5 / Math.max(step * scale.pixelsPerMs, 1e-6)));
  const first = Math.max(0, Math.floor((view.from - start) / step) - stride);
  const last = Math.min(times.length - 1, Math.ceil((view.to - start) / step) + stride);
  const { peak, peakDeg } = curve;
  path.moveTo(scale.x(times[first] as number), curveY(box, elDeg[first] as number, range));
  for (let k = first; k < last;) {
    const before = times[k] as number;
    k = Math.min(last, k + stride);
    const time = times[k] as number;
    if (peak !== null && peakDeg !== null && peak > before && peak <= time) {
      path.lineTo(scale.x(peak), curveY(box, peakDeg, range));
    }
    path.lineTo(scale.x(time), curveY(box, elDeg[k] as number, range));
  }
}

/** The area under an outline of pixel columns. */
function areaUnder(columns: Float32Array, scene: Scene, box: RowBox, range: ElevationRange): Path2D {
  const area = new Path2D();
  const base = curveY(box, -90, range);
  let open = false;
  for (let k = 0; k <= columns.length; k++) {
    const elDeg = columns[k];
    const x = scene.left + k;
    if (elDeg !== undefined && !Number.isNaN(elDeg)) {
      if (!open) {
        area.moveTo(x, base);
        open = true;
      }
      area.lineTo(x, curveY(box, elDeg, range));
    } else if (open) {
      area.lineTo(x, base);
      open = false;
    }
  }
  return area;
}

function paintCurves(context: CanvasRenderingContext2D, scene: Scene, row: Row, box: RowBox): void {
  const { view, scale, tokens, craft, left } = scene;
  const columns = Math.max(1, Math.ceil(scene.width - left));
  const shape = (curves: readonly Curve[]) =>
    areaUnder(envelope(curves, view, scale, left, columns, flatDeg(row)), scene, box, row);
  const seen = row.curves.filter((curve) => inView(curve, view));
  const wide = seen.filter((curve) => (curve.to - curve.from) * scale.pixelsPerMs >= THINNEST_CURVE_PX);
  const own = craft === null ? [] : seen.filter((curve) => curve.craft.id === craft);

  // One shape, so that many spacecraft in the same part of the sky do not add up to black.
  const outline = shape(seen);
  context.fillStyle = tokens.viewPeriod;
  context.fill(outline);
  context.lineWidth = 1;
  context.strokeStyle = tokens.faint;
  context.globalAlpha = 0.4;
  if (wide.length > MOST_CURVES) {
    context.stroke(outline);
  } else {
    context.stroke(
      lines(
        wide.filter((curve) => curve.craft.id !== craft),
        scene,
        box,
        row,
      ),
    );
  }
  const style = own[0]?.craft.mission.style;
  if (style) {
    context.fillStyle = style.colour;
    context.globalAlpha = 0.1;
    context.fill(shape(own));
    context.strokeStyle = style.colour;
    context.lineWidth = 1.5;
    context.globalAlpha = 0.9;
    context.stroke(
      lines(
        own.filter((curve) => wide.includes(curve)),
        scene,
        box,
        row,
      ),
    );
  }
  context.globalAlpha = 1;
}

function lines(curves: readonly Curve[], scene: Scene, box: RowBox, range: ElevationRange): Path2D {
  const path = new Path2D();
  for (const curve of curves) {
    traceCurve(path, scene, curve, box, range);
  }
  return path;
}

const STRIP = 6;

/** Contention as a strip of heat under the antenna's curves: the darker, the more others would lose by that time. */
function paintPrices(context: CanvasRenderingContext2D, scene: Scene, row: Row, box: RowBox): void {
  const { prices, scale, view, tokens } = scene;
  const strip = row.craft ? undefined : prices?.strips.get(row.key);
  if (!prices || !strip) {
    return;
  }
  const top = box.top + box.height - STRIP - 2;
  const stepMs = prices.stepMs;
  const first = Math.max(0, Math.floor((view.from - prices.start) / stepMs));
  const last = Math.min(strip.length, Math.ceil((view.to - prices.start) / stepMs));
  // Many steps in a pixel: the dearest of them stands for all.
  const stride = Math.max(1, Math.floor(1.5 / (stepMs * scale.pixelsPerMs)));
  context.fillStyle = tokens.warn;
  for (let k = first; k < last; k += stride) {
    let price = 0;
    for (let i = k; i < Math.min(last, k + stride); i++) {
      price = Math.max(price, strip[i] ?? 0);
    }
    if (price > 0) {
      const x = Math.round(scale.x(prices.start + k * stepMs));
      const next = Math.round(scale.x(prices.start + (k + stride) * stepMs));
      context.globalAlpha = 0.15 + 0.85 * Math.min(1, price / prices.most);
      context.fillRect(x, top, Math.max(1, next - x), STRIP);
    }
  }
  context.globalAlpha = 1;
}

/** Free places stand out from those that are in view but taken. */
function paintLegal(context: CanvasRenderingContext2D, scene: Scene, row: Row, box: RowBox): void {
  const { legal, scale, view, tokens } = scene;
  if (!legal) {
    return;
  }
  const places = row.craft
    ? row.craft.id === legal.craft
      ? legal.places
      : []
    : legal.places.filter((place) => place.antennas.includes(row.key));
  context.fillStyle = tokens.ok;
  const fill = (spans: readonly Span[], alpha: number, footAlpha: number) => {
    for (const span of union(spans)) {
      if (inView(span, view)) {
        const x = scale.x(span.from);
        const width = Math.max(1, scale.x(span.to) - x);
        context.globalAlpha = alpha;
        context.fillRect(x, box.top + 1, width, box.height - 2);
        context.globalAlpha = footAlpha;
        context.fillRect(x, box.top + box.height - 4, width, 3);
      }
    }
  };
  fill(
    places.flatMap(({ seen }) => seen),
    0.07,
    0.25,
  );
  fill(
    places.flatMap(({ free }) => free),
    0.22,
    1,
  );
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
    context.fillStyle = tokens.ink2;
    if (textWidth(context, label) <= room || room < 12) {
      const text = fit(context, label, room);
      if (text) {
        context.fillText(text, start, top + 14);
      }
    } else {
      paintUpwards(context, label, start + Math.min(room, width) / 2, top, height);
    }
  }
}

/** A label too long for its interval reads from bottom to top. */
function paintUpwards(
  context: CanvasRenderingContext2D,
  label: string,
  x: number,
  top: number,
  height: number,
): void {
  const text = fit(context, label, height - 10);
  if (text) {
    context.save();
    context.translate(x + 3, top + (height + textWidth(context, text)) / 2);
    context.rotate(-Math.PI / 2);
    context.fillText(text, 0, 0);
    context.restore();
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

/** Narrower than this, setup and teardown are less than a pixel: the track alone is drawn. */
const NARROWEST_ACTIVITY_PX = 5;

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
      if (each.xEoa - each.xBoa >= NARROWEST_ACTIVITY_PX) {
        addBox(own, each.xBoa, each.xEoa - each.xBoa, each.box, 5);
      }
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
  paintFlags(context, scene, drawn);
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

function paintOutages(context: CanvasRenderingContext2D, scene: Scene, row: Row, box: RowBox): void {
  const { scale, tokens, outages, view } = scene;
  for (const outage of outages) {
    if (row.craft || outage.antenna !== row.key || !inView(outage, view)) {
      continue;
    }
    const x = scale.x(outage.from);
    const width = Math.max(2, scale.x(outage.to) - x);
    context.globalAlpha = 0.16;
    context.fillStyle = tokens.bad;
    context.fillRect(x, box.top + 1, width, box.height - 2);
    context.globalAlpha = 1;
    context.strokeStyle = tokens.bad;
    context.lineWidth = 1.5;
    context.strokeRect(x + 0.75, box.top + 1.75, width - 1.5, box.height - 4.5);
  }
}

/** A pass that breaks a rule is framed and flagged; one that is being moved stays as a shade of itself. */
function paintFlags(context: CanvasRenderingContext2D, scene: Scene, drawn: readonly Drawn[]): void {
  const { tokens, broken, faded } = scene;
  context.lineWidth = 2;
  for (const { pass, box, xBoa, xBot, xEot, xEoa } of drawn) {
    if (broken.has(pass.id)) {
      context.strokeStyle = tokens.bad;
      context.beginPath();
      context.roundRect(xBot - 1, box.top - 1, Math.max(3, xEot - xBot + 2), box.height + 2, 4);
      context.stroke();
      if (xEot - xBot >= 12) {
        const x = xEot - 6;
        context.fillStyle = tokens.panel;
        context.beginPath();
        context.arc(x, box.top + box.height - 6, 7, 0, 2 * Math.PI);
        context.fill();
        context.fillStyle = tokens.bad;
        context.beginPath();
        context.arc(x, box.top + box.height - 6, 6, 0, 2 * Math.PI);
        context.fill();
        context.fillStyle = tokens.panel;
        context.fillRect(x - 1, box.top + box.height - 10, 2, 5);
        context.fillRect(x - 1, box.top + box.height - 4, 2, 2);
      }
    }
    if (pass.id === faded) {
      context.globalAlpha = 0.6;
      context.fillStyle = tokens.panel;
      context.fillRect(xBoa - 4, box.top - 11, xEoa - xBoa + 8, box.height + 16);
      context.globalAlpha = 1;
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

/** `ORION` of `ORION-NRHO`: the last resort of a narrow pass. */
function stem(id: string): string {
  const first = id.split(/[-_ ]/)[0] ?? id;
  return first.length >= 3 ? first : id;
}

const GLYPH = 8;

function paintLabel(context: CanvasRenderingContext2D, scene: Scene, each: Drawn): void {
  const { pass, style, box } = each;
  // A label stays readable while its pass is cut by the left edge.
  const start = Math.max(each.xBot, scene.left) + 5;
  const room = each.xEot - start - (pass.pinned ? 17 : 4);
  const middle = box.top + box.height / 2;
  if (room >= GLYPH && box.height >= 12) {
    const names =
      scene.mode === 'spacecraft'
        ? [pass.label, pass.antennas.join(' + ')]
        : [pass.label, pass.craft.name, pass.craft.id, stem(pass.craft.id)];
    const fits = (space: number) => names.find((text) => textWidth(context, text) <= space);
    const beside = fits(room - GLYPH - 5);
    // Where both do not fit, the name says more than the shape.
    const alone = beside === undefined ? fits(room) : undefined;
    context.fillStyle = style.ink;
    if (alone === undefined) {
      context.save();
      context.translate(start, middle - GLYPH / 2);
      context.scale(GLYPH / 10, GLYPH / 10);
      context.fill(shapePath(style.shape));
      context.restore();
    }
    const name = beside ?? alone;
    if (name) {
      context.fillText(name, beside === undefined ? start : start + GLYPH + 5, middle + 4);
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
