import type { Track } from '../api/types';
import type { Style } from '../lib/palette';
import type { TrackDiff } from '../state/preview';
import type { World } from '../state/world';
import type { Scene } from './draw';
import { laneBox, type Placed, type Row, type RowBox } from './layout';

/** What became of a track between two revisions; `before` is where a moved one was. */
export type MarkKind = 'added' | 'moved' | 'before' | 'gone' | 'pinned';

/** A track of one of two compared revisions, as it is drawn over the timeline. */
export interface Mark {
  id: string;
  kind: MarkKind;
  antennas: readonly string[];
  craft: string;
  style: Style | null;
  boa: number;
  bot: number;
  eot: number;
  eoa: number;
}

export function marksOf(diff: TrackDiff, world: World): Mark[] {
  const mark = (kind: MarkKind, track: Track): Mark => {
    return {
      id: track.id,
      kind,
      antennas: track.antennas,
      craft: track.spacecraft,
      style: world.crafts.get(track.spacecraft)?.mission.style ?? null,
      boa: Date.parse(track.boa),
      bot: Date.parse(track.bot),
      eot: Date.parse(track.eot),
      eoa: Date.parse(track.eoa),
    };
  };
  return [
    ...diff.removed.map((track) => mark('gone', track)),
    ...diff.changed
      .filter((change) => change.moved)
      .flatMap(({ before, after }) => [mark('before', before), mark('moved', after)]),
    ...diff.changed.filter((change) => !change.moved).map(({ after }) => mark('pinned', after)),
    ...diff.added.map((track) => mark('added', track)),
  ];
}

/** The box of a mark in a row: the lane of its pass where that is still there, else the whole band. */
export function markBox(row: Row, box: RowBox, mark: Mark): RowBox {
  const placed = passOf(row, mark);
  return placed ? laneBox(box, placed.lane, row.lanes) : laneBox(box, 0, 1);
}

function passOf(row: Row, mark: Mark): Placed | undefined {
  return row.placed.find(({ pass }) => pass.id === mark.id && pass.boa === mark.boa && pass.eoa === mark.eoa);
}

function isIn(row: Row, mark: Mark): boolean {
  return row.craft ? row.craft.id === mark.craft : mark.antennas.includes(row.key);
}

/** Passes that are the same in both revisions step back; what differs is framed, with a sign as the second cue. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  visible: readonly { row: Row; box: RowBox }[],
): void {
  const { scale, view, tokens } = scene;
  const now = new Set(
    scene.marks.filter(({ kind }) => kind !== 'before' && kind !== 'gone').map(({ id }) => id),
  );
  context.fillStyle = tokens.panel;
  context.globalAlpha = 0.62;
  for (const { row, box } of visible) {
    for (const { pass, lane } of row.placed) {
      if (!now.has(pass.id) && pass.boa < view.to && pass.eoa > view.from) {
        const at = laneBox(box, lane, row.lanes);
        const x = scale.x(pass.boa);
        context.fillRect(x - 1, at.top - 1, scale.x(pass.eoa) - x + 2, at.height + 2);
      }
    }
  }
  context.globalAlpha = 1;
  for (const { row, box } of visible) {
    const own = scene.marks.filter((mark) => isIn(row, mark));
    for (const mark of own) {
      if (mark.boa < view.to && mark.eoa > view.from && mark.kind !== 'pinned') {
        paintMark(context, scene, mark, markBox(row, box, mark), passOf(row, mark) === undefined);
      }
    }
    for (const after of own.filter(({ kind }) => kind === 'moved')) {
      const before = own.find(({ kind, id }) => kind === 'before' && id === after.id);
      if (before) {
        paintArrow(context, scene, before, after, box);
      }
    }
  }
}

const SIGNS: Record<MarkKind, string> = { added: '+', moved: '', before: '', gone: '−', pinned: '' };

/** @param alone no pass of the page lies there: what is to come shows its colour itself */
function paintMark(
  context: CanvasRenderingContext2D,
  scene: Scene,
  mark: Mark,
  box: RowBox,
  alone: boolean,
): void {
  const { scale, tokens } = scene;
  const x = scale.x(mark.boa);
  const width = Math.max(3, scale.x(mark.eoa) - x);
  const past = mark.kind === 'before' || mark.kind === 'gone';
  const colour = {
    added: tokens.ok,
    moved: tokens.accent,
    before: tokens.ink2,
    gone: tokens.bad,
    pinned: '',
  }[mark.kind];
  context.beginPath();
  context.roundRect(x - 2, box.top - 2, width + 4, box.height + 4, 6);
  if (past) {
    context.fillStyle = mark.style?.colour ?? tokens.faint;
    context.globalAlpha = 0.14;
    context.fill();
    context.globalAlpha = 1;
  }
  if (!past && alone) {
    context.fillStyle = mark.style?.colour ?? tokens.faint;
    context.globalAlpha = 0.3;
    context.fill();
    context.globalAlpha = 0.9;
    context.fillRect(scale.x(mark.bot), box.top, scale.x(mark.eot) - scale.x(mark.bot), box.height);
    context.globalAlpha = 1;
  }
  context.strokeStyle = colour;
  context.lineWidth = past ? 1.5 : 2.5;
  context.setLineDash(past ? [5, 3] : []);
  context.stroke();
  context.setLineDash([]);
  const sign = SIGNS[mark.kind];
  if (sign && width >= 6) {
    const cx = x + width / 2;
    const cy = box.top + box.height + 2;
    context.fillStyle = colour;
    context.beginPath();
    context.arc(cx, cy, 6.5, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = tokens.panel;
    context.font = `700 11px ${scene.font}`;
    context.textAlign = 'center';
    context.fillText(sign, cx, cy + 4);
    context.textAlign = 'start';
  }
}

/** From the middle of where a track was to the middle of where it is, below both. */
function paintArrow(
  context: CanvasRenderingContext2D,
  scene: Scene,
  before: Mark,
  after: Mark,
  box: RowBox,
): void {
  const { scale, tokens } = scene;
  const from = scale.x((before.bot + before.eot) / 2);
  const to = scale.x((after.bot + after.eot) / 2);
  if (Math.abs(to - from) < 10) {
    return;
  }
  const band = laneBox(box, 0, 1);
  const y = Math.min(band.top + band.height + 8, box.top + box.height - 6);
  const side = Math.sign(to - from);
  context.strokeStyle = tokens.accent;
  context.fillStyle = tokens.accent;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(to - side * 5, y);
  context.stroke();
  context.beginPath();
  context.moveTo(to, y);
  context.lineTo(to - side * 7, y - 4);
  context.lineTo(to - side * 7, y + 4);
  context.fill();
}
