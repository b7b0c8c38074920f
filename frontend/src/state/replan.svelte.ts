import { ApiError, type Fault } from '../api/faults';
import type { Alternative, Change, ChangeFile, ReplanView } from '../api/types';
import { m } from '../i18n';
import { isoHours } from '../lib/input';
import { HOUR, SECOND, type Span } from '../lib/time';
import type { Page } from './context';
import { iso } from './edits';
import { trackDiff } from './preview';
import { describe } from './session.svelte';

const POLL_MS = 700;

/** Something that happened, as a planner enters it. */
export type Draft =
  | { key: number; type: 'OUTAGE'; antenna: string; from: number; to: number; reason: string }
  | { key: number; type: 'SLIP'; spacecraft: string; hours: number }
  | {
      key: number;
      type: 'ADD_REQUEST';
      id: string;
      spacecraft: string;
      antenna: string;
      minHours: number;
      preferredHours: number;
      from: number;
      to: number;
      critical: boolean;
    }
  | { key: number; type: 'WITHDRAW'; request: string };

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The change file that drafts make. */
export function changeFile(
  drafts: readonly Draft[],
  at: number,
  freezeHours: number,
  antennas: readonly string[],
): ChangeFile {
  return {
    at: iso(at),
    ...(freezeHours > 0 ? { freezeUntil: iso(at + freezeHours * HOUR) } : {}),
    changes: drafts.map((draft) => change(draft, antennas)),
    alternatives: 3,
  };
}

function change(draft: Draft, antennas: readonly string[]): Change {
  switch (draft.type) {
    case 'OUTAGE':
      return {
        type: 'OUTAGE',
        antenna: draft.antenna,
        start: iso(draft.from),
        end: iso(draft.to),
        ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}),
      };
    case 'SLIP':
      return { type: 'SLIP', spacecraft: draft.spacecraft, by: isoHours(draft.hours) };
    case 'WITHDRAW':
      return { type: 'WITHDRAW', request: draft.request };
    case 'ADD_REQUEST':
      return {
        type: 'ADD_REQUEST',
        request: {
          id: draft.id,
          spacecraft: draft.spacecraft,
          antennas: draft.antenna ? [[draft.antenna]] : antennas.map((antenna) => [antenna]),
          window: { start: iso(draft.from), end: iso(draft.to) },
          minDuration: isoHours(draft.minHours),
          preferredDuration: isoHours(Math.max(draft.minHours, draft.preferredHours)),
          critical: draft.critical,
        },
      };
  }
}

function previewKey(n: number): string {
  return `alternative ${n}`;
}

/** What changed, what the server proposes for it, and the choice. */
export class Replan {
  drafts = $state.raw<Draft[]>([]);
  /** From when on the schedule may change; null: now, or the horizon's beginning. */
  chosenAt = $state<number | null>(null);
  freezeHours = $state(0);
  answer = $state.raw<ReplanView | null>(null);
  posting = $state(false);
  accepting = $state(false);
  error = $state<string | null>(null);
  faults = $state.raw<readonly Fault[]>([]);

  readonly running: boolean = $derived(this.answer?.status === 'RUNNING');

  private page: Page | null = null;
  private keys = 0;
  private schedule: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  attach(page: Page): void {
    this.page = page;
  }

  get at(): number {
    const horizon = this.need().session.world?.horizon ?? { from: 0, to: 0 };
    const now = Math.floor(Date.now() / SECOND) * SECOND;
    return this.chosenAt ?? (now >= horizon.from && now < horizon.to ? now : horizon.from);
  }

  /** The alternative that is shown over the timeline. */
  get alternative(): Alternative | null {
    const key = this.need().ui.preview?.key;
    return this.answer?.alternatives.find(({ n }) => key === previewKey(n)) ?? null;
  }

  add(draft: Without<Draft, 'key'>): void {
    this.drafts = [...this.drafts, { ...draft, key: ++this.keys } as Draft];
  }

  change(key: number, fields: Partial<Draft>): void {
    this.drafts = this.drafts.map((draft) =>
      draft.key === key ? ({ ...draft, ...fields, key } as Draft) : draft,
    );
  }

  remove(key: number): void {
    this.drafts = this.drafts.filter((draft) => draft.key !== key);
  }

  addOutage(antenna: string, span: Span): void {
    this.add({ type: 'OUTAGE', antenna, from: span.from, to: span.to, reason: '' });
  }

  /** Asks for alternatives; they come while one waits. */
  async propose(): Promise<void> {
    const { session } = this.need();
    const { status, version, world } = session;
    if (!status || version === null || !world || this.posting) {
      return;
    }
    this.posting = true;
    this.error = null;
    this.faults = [];
    try {
      await this.drop();
      if (this.isLeft(status.id)) {
        return;
      }
      const file = changeFile(
        this.drafts,
        this.at,
        this.freezeHours,
        world.antennas.map(({ id }) => id),
      );
      const answer = await session.client.replan(status.id, file, version);
      if (this.isLeft(status.id)) {
        await this.giveUp(status.id, answer.id);
        return;
      }
      this.schedule = status.id;
      this.answer = answer;
      session.say(m.replan.looking);
      this.poll();
    } catch (error) {
      if (!this.isLeft(status.id)) {
        await this.fail(error);
      }
    } finally {
      this.posting = false;
    }
  }

  /** Shows an alternative over the timeline, or the present schedule again. */
  show(n: number | null): void {
    const { session, ui } = this.need();
    const { schedule } = session;
    const alternative = this.answer?.alternatives.find((each) => each.n === n);
    if (alternative && schedule) {
      ui.preview = {
        key: previewKey(alternative.n),
        title: m.replan.alternative(alternative.n),
        diff: trackDiff(schedule.tracks, alternative.schedule.tracks),
      };
    } else {
      this.hide();
    }
  }

  /** Makes an alternative the next revision. */
  async accept(n: number): Promise<void> {
    const { session, editor } = this.need();
    const { status, version } = session;
    const { answer } = this;
    if (!status || version === null || !answer || this.accepting) {
      return;
    }
    this.accepting = true;
    this.error = null;
    try {
      const before = status.revision ?? 0;
      const view = await session.client.acceptAlternative(status.id, answer.id, n, version);
      if (this.isLeft(status.id)) {
        return;
      }
      this.clear();
      editor.jumpedFrom(before, m.replan.step);
      editor.report(m.replan.accepted, view);
      await session.refresh();
    } catch (error) {
      if (!this.isLeft(status.id)) {
        await this.fail(error);
      }
    } finally {
      this.accepting = false;
    }
  }

  /** Gives up the alternatives; what changed stays in its list. */
  async drop(): Promise<void> {
    const { answer, schedule } = this;
    this.forget();
    if (answer && schedule) {
      await this.giveUp(schedule, answer.id);
    }
  }

  private async giveUp(schedule: string, id: string): Promise<void> {
    try {
      await this.need().session.client.dropReplan(schedule, id);
    } catch {
      // The server forgets them by itself in time; nothing on the page depends on it.
    }
  }

  /** Whether another schedule was opened while an answer about this one was under way. */
  private isLeft(schedule: string): boolean {
    return this.need().session.status?.id !== schedule;
  }

  /** Another schedule is open: nothing here is about it. */
  clear(): void {
    this.forget();
    this.drafts = [];
    this.chosenAt = null;
    this.freezeHours = 0;
    this.error = null;
    this.faults = [];
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.hide();
    this.answer = null;
  }

  /** A place that somebody looks at in place of an alternative stays. */
  private hide(): void {
    const { ui } = this.need();
    if (this.alternative) {
      ui.preview = null;
    }
  }

  private poll(): void {
    const { answer, schedule } = this;
    if (answer?.status !== 'RUNNING' || !schedule) {
      this.settle();
      return;
    }
    this.timer = setTimeout(() => void this.look(schedule, answer.id), POLL_MS);
  }

  private async look(schedule: string, id: string): Promise<void> {
    try {
      const view = await this.need().session.client.replanStatus(schedule, id);
      if (this.answer?.id !== id) {
        return;
      }
      this.answer = view;
    } catch (error) {
      if (this.answer?.id !== id) {
        return;
      }
      if (!(error instanceof ApiError && error.unreachable)) {
        this.forget();
        await this.fail(error);
        return;
      }
      // Away for a moment: asked again.
    }
    this.poll();
  }

  private settle(): void {
    const { answer } = this;
    if (!answer) {
      return;
    }
    const { session } = this.need();
    if (answer.status === 'FAILED') {
      this.error = answer.error ?? m.replan.failed;
    } else {
      session.say(m.replan.found(answer.alternatives.length));
      this.show(answer.alternatives[0]?.n ?? null);
    }
  }

  private async fail(error: unknown): Promise<void> {
    this.error = describe(error);
    this.faults = error instanceof ApiError ? error.faults : [];
    if (error instanceof ApiError && (error.status === 412 || error.status === 409)) {
      this.forget();
      await this.need().session.refresh();
    }
  }

  private need(): Page {
    if (!this.page) {
      throw new Error('Replan is not attached to a page.');
    }
    return this.page;
  }
}
