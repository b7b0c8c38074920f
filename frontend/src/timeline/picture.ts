import type { Schedule } from '../api/types';
import { m } from '../i18n';
import { formatDateTime, formatGap, formatValue } from '../lib/format';
import { SHAPE_PATHS } from '../lib/palette';
import type { Span, TimeMode } from '../lib/time';
import type { Plan } from '../state/plan';
import type { World } from '../state/world';
import { paint, readTokens } from './draw';
import { buildRows, stackRows, type RowMode } from './layout';
import { chooseTicks } from './ticks';
import { timeScale } from './viewport';

export interface PictureOf {
  world: World;
  plan: Plan | null;
  schedule: Schedule | null;
  view: Span;
  rows: RowMode;
  mode: TimeMode;
}

const WIDTH = 1600;
const LEFT = 170;
const RIGHT = 16;
const HEAD = 62;
const AXIS = 42;
const ROW = 110;
const LEGEND_LINE = 22;
/** Drawn at twice its size, so that it prints well. */
const SCALE = 2;
/** What browsers take as a canvas; more rows than fit make it coarser. */
const MOST_PIXELS = 16_000;

/** Where the entries of the legend go: as many a line as fit. */
export function flow(widths: readonly number[], room: number): { x: number; line: number }[] {
  let x = 0;
  let line = 0;
  return widths.map((width) => {
    if (x > 0 && x + width > room) {
      x = 0;
      line++;
    }
    const at = { x, line };
    x += width;
    return at;
  });
}

/** The timeline as it is seen, every row of it, with its title, axis and legend: a PNG. */
export async function drawPicture(of: PictureOf): Promise<Blob> {
  const { world, plan, schedule, view, mode } = of;
  const tokens = readTokens(document.documentElement);
  const font = getComputedStyle(document.body).fontFamily;
  const rows = buildRows(world, plan, of.rows);
  const boxes = stackRows(rows.length, rows.length * ROW);
  const height = boxes.reduce((sum, box) => sum + box.height, 0);

  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) {
    throw new Error(m.errors.noPicture);
  }
  const legendFont = `12px ${font}`;
  context.font = legendFont;
  const legend = flow(
    world.missions.map(({ name }) => context.measureText(name).width + 34),
    WIDTH - 2 * RIGHT,
  );
  const legendHeight = ((legend.at(-1)?.line ?? 0) + 1) * LEGEND_LINE + 14;
  const total = HEAD + AXIS + height + legendHeight;
  const factor = Math.min(SCALE, MOST_PIXELS / total);
  canvas.width = Math.round(WIDTH * factor);
  canvas.height = Math.round(total * factor);
  context.setTransform(factor, 0, 0, factor, 0, 0);
  context.fillStyle = tokens.panel;
  context.fillRect(0, 0, WIDTH, total);

  context.fillStyle = tokens.ink;
  context.font = `600 18px ${font}`;
  context.fillText(world.name, RIGHT, 28);
  context.fillStyle = tokens.ink2;
  context.font = `13px ${font}`;
  const when = m.timeline.when(
    formatDateTime(view.from, mode),
    formatDateTime(view.to, mode),
    m.axis.suffix[mode],
  );
  context.fillText([when, gapOf(schedule)].filter(Boolean).join(' · '), RIGHT, 48);

  const scale = timeScale(view, LEFT, WIDTH - LEFT - RIGHT);
  const ticks = chooseTicks(view, WIDTH - LEFT - RIGHT, mode);
  context.save();
  context.beginPath();
  context.rect(LEFT, HEAD, WIDTH - LEFT - RIGHT, AXIS);
  context.clip();
  context.translate(0, HEAD);
  context.fillStyle = tokens.ink;
  context.font = `600 12px ${font}`;
  for (const { time, label } of ticks.major) {
    context.fillText(label, Math.max(scale.x(time), LEFT) + 5, 14);
  }
  context.fillStyle = tokens.ink2;
  context.font = `11px ${font}`;
  for (const { time, label } of ticks.minor) {
    context.fillText(label, scale.x(time) + 4, 33);
  }
  context.restore();

  // The rows are drawn as on the page, on a canvas of their own: they begin at its top.
  const plot = document.createElement('canvas');
  plot.width = Math.round(WIDTH * factor);
  plot.height = Math.round(height * factor);
  const pen = plot.getContext('2d');
  if (!pen) {
    throw new Error(m.errors.noPicture);
  }
  pen.setTransform(factor, 0, 0, factor, 0, 0);
  paint(pen, {
    width: WIDTH - RIGHT,
    height,
    left: LEFT,
    scrollTop: 0,
    rows,
    boxes,
    scale,
    view,
    horizon: world.horizon,
    ticks,
    tokens,
    mode: of.rows,
    selection: null,
    craft: null,
    now: null,
    font,
    unavailableLabel: m.timeline.unavailable,
    legal: null,
    faded: null,
    broken: new Set(),
    outages: [],
    prices: null,
    marks: [],
  });
  context.drawImage(plot, 0, HEAD + AXIS, WIDTH, height);
  context.fillStyle = tokens.line;
  context.fillRect(0, HEAD + AXIS, WIDTH, 1);
  rows.forEach((row, k) => {
    const top = HEAD + AXIS + (boxes[k]?.top ?? 0);
    context.fillStyle = tokens.ink;
    context.font = `600 13px ${font}`;
    context.fillText(row.title, RIGHT, top + 22, LEFT - 2 * RIGHT);
    context.fillStyle = tokens.ink2;
    context.font = `11px ${font}`;
    context.fillText(row.subtitle, RIGHT, top + 38, LEFT - 2 * RIGHT);
  });

  world.missions.forEach(({ name, style }, k) => {
    const at = legend[k];
    if (at) {
      const x = RIGHT + at.x;
      const y = HEAD + AXIS + height + 20 + at.line * LEGEND_LINE;
      context.save();
      context.translate(x, y - 9);
      context.fillStyle = style.colour;
      context.fill(new Path2D(SHAPE_PATHS[style.shape]));
      context.restore();
      context.fillStyle = tokens.ink;
      context.font = legendFont;
      context.fillText(name, x + 15, y);
    }
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(m.errors.noPicture))), 'image/png');
  });
}

function gapOf(schedule: Schedule | null): string {
  if (!schedule) {
    return '';
  }
  const value = m.gap.value(formatValue(schedule.value));
  return schedule.gapPercent === null
    ? value
    : `${value} · ${m.gap.percent(formatGap(schedule.gapPercent))} ${m.gap.fromBest}`;
}
