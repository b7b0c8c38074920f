import type { Client } from '../api/client';
import { EventFollower } from '../api/events';
import { ApiError, type Fault } from '../api/faults';
import type {
  AntennaPrices,
  EditView,
  Improvement,
  JobStatus,
  Problem,
  ProblemItem,
  Progress,
  Schedule,
  ScheduleItem,
  ScheduleView,
  StatusView,
  TrackRequest,
  ViewPeriod,
  Who,
} from '../api/types';
import { m } from '../i18n';
import { formatGap, formatValue } from '../lib/format';
import { parseDuration, SECOND, toSpan, type Span } from '../lib/time';
import { buildPlan, type Plan } from './plan';
import { buildWorld, type World } from './world';

/** What the server takes as one body. */
export const LARGEST_FILE_MIB = 64;

const ANNOUNCE_EVERY_MS = 5_000;

export interface FaultReport {
  file: string;
  detail: string;
  faults: readonly Fault[];
  /** The file's text where pointers lead into it. */
  text: string | null;
}

export function isRunning(status: JobStatus | undefined): boolean {
  return status === 'QUEUED' || status === 'VISIBILITY' || status === 'SOLVING';
}

/** Seconds between samples: five minutes for a week, coarser for long horizons so that the answer stays small. */
export function sampleStep(horizon: Span): number {
  const seconds = (horizon.to - horizon.from) / SECOND;
  return Math.min(3600, Math.max(60, Math.ceil(seconds / 2016 / 60) * 60));
}

/** Seconds a price is of: half an hour for a week, whole hours for longer horizons. */
export function priceStep(horizon: Span): number {
  const seconds = (horizon.to - horizon.from) / SECOND;
  return Math.max(900, Math.ceil(seconds / 400 / 900) * 900);
}

function newKey(): string {
  // randomUUID exists only on secure origins; a server in the office may be plain HTTP.
  return typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

/** Who must know when the schedule on the page becomes another one. */
export interface SessionWatch {
  /** Another schedule was opened. */
  opened(): void;
  /** A solve made another revision of the schedule that is open. */
  jumped(from: number, to: number): void;
}

/** The schedule that is open, what the server says of it, and what a planner can ask the server to do. */
export class Session {
  stage = $state<'loading' | 'empty' | 'open' | 'failed'>('loading');
  problems = $state.raw<ProblemItem[]>([]);
  recent = $state.raw<ScheduleItem[]>([]);
  status = $state.raw<StatusView | null>(null);
  problem = $state.raw<Problem | null>(null);
  world = $state.raw<World | null>(null);
  schedule = $state.raw<Schedule | null>(null);
  /** What the antennas' time costs; null until a bound is proven. */
  prices = $state.raw<AntennaPrices | null>(null);
  /** Version of what is on the page, for `If-Match`. */
  version = $state.raw<string | null>(null);
  /** One clear sentence when the last action failed. */
  message = $state<string | null>(null);
  faults = $state.raw<FaultReport | null>(null);
  connectionLost = $state(false);
  stopping = $state(false);
  posting = $state(false);
  /** Text for the live region. */
  announcement = $state('');
  /** Who is logged in, where users are. */
  user = $state.raw<Who | null>(null);
  /** Set while somebody has to log in: where the provider's log-in begins, if there is one. */
  asked = $state.raw<{ provider: string | null } | null>(null);

  readonly plan: Plan | null = $derived(
    this.world && this.schedule ? buildPlan(this.world, this.schedule) : null,
  );
  readonly running: boolean = $derived(isRunning(this.status?.status));
  readonly progress: Progress | null = $derived(this.status?.progress ?? null);
  /** Whether there is a revision that can be edited, and nobody is solving it. */
  readonly editable: boolean = $derived(
    !this.running && this.version !== null && this.schedule !== null && (this.status?.revision ?? 0) > 0,
  );

  watch: SessionWatch | null = null;

  private requests: TrackRequest[] = [];
  private viewPeriods: ViewPeriod[] = [];
  private abort = new AbortController();
  private follower: EventFollower | null = null;
  private announcedAt = 0;
  /** The revision on which a solve works. */
  private solving: number | null = null;

  constructor(readonly client: Client) {
    client.unknown = ({ fields }) => {
      this.user = null;
      this.asked = { provider: typeof fields['logIn'] === 'string' ? fields['logIn'] : null };
    };
  }

  /** First load: the linked schedule, or else the newest, or else the empty state. */
  async start(linked: string | null): Promise<void> {
    this.stage = 'loading';
    this.message = null;
    try {
      this.welcome(await this.client.who());
      await this.refreshLists();
    } catch (error) {
      this.fail(error);
      return;
    }
    if (linked !== null && (await this.open(linked))) {
      return;
    }
    const newest = this.recent.find((item) => item.id !== linked);
    if (newest) {
      const message = this.message;
      await this.open(newest.id);
      this.message ??= message;
    } else {
      this.stage = 'empty';
    }
  }

  /** Logs in; rejects with what the server says. */
  async logIn(name: string, password: string): Promise<void> {
    this.welcome(await this.client.logIn(name, password));
    this.asked = null;
    this.message = null;
  }

  async logOut(): Promise<void> {
    try {
      await this.client.logOut();
      // Nothing of what was shown stays for the next one at this browser.
      location.reload();
    } catch (error) {
      this.message = describe(error);
    }
  }

  private welcome(who: Who): void {
    this.user = who.asksWho ? who : null;
  }

  /** Opens a schedule; false when the server does not give it. */
  async open(id: string): Promise<boolean> {
    const { signal } = this.leave();
    this.message = null;
    try {
      await this.adopt(await this.client.schedule(id, signal), signal);
      return true;
    } catch (error) {
      if (!signal.aborted) {
        if (error instanceof ApiError && error.status === 404) {
          this.message = m.errors.scheduleGone(id);
        } else {
          this.fail(error);
        }
      }
      return false;
    }
  }

  /** Solves a problem the server has. */
  async solveListed(id: string, name: string): Promise<void> {
    await this.act(async () => this.client.problemText(id), name);
  }

  /** Solves the schedule that is open again around its pinned passes; the result is its next revision. */
  async resolve(timeLimit: string): Promise<void> {
    const { status, version } = this;
    if (!status || version === null || this.posting) {
      return;
    }
    this.message = null;
    this.posting = true;
    try {
      const running = await this.client.solveAgain(status.id, timeLimit, version);
      const { signal } = this.leave();
      this.status = { ...status, ...running };
      this.solving = status.revision ?? 0;
      this.announce(m.live.solving(this.problem?.name ?? ''));
      this.follow(status.id, signal);
    } catch (error) {
      this.message = describe(error);
      if (error instanceof ApiError && (error.status === 409 || error.status === 412)) {
        await this.refresh();
      }
    } finally {
      this.posting = false;
    }
  }

  /** What an edit made of the schedule. */
  saved(view: EditView): void {
    this.schedule = view.schedule;
    this.version = view.version ?? this.version;
    if (this.status) {
      this.status = { ...this.status, revision: view.revision ?? this.status.revision ?? 0 };
    }
  }

  /** Fetches the schedule that is open as the server has it now; a solve that somebody else started is followed. */
  async refresh(): Promise<void> {
    const id = this.status?.id;
    if (!id) {
      return;
    }
    const { signal } = this.leave();
    try {
      await this.take(await this.client.schedule(id, signal), signal);
    } catch (error) {
      if (!signal.aborted) {
        this.message = describe(error);
      }
    }
  }

  say(text: string): void {
    this.announce(text);
  }

  /** Solves the problem that is open anew as a schedule of its own, with another time limit. */
  async solveAnew(timeLimit: string): Promise<void> {
    const problem = this.problem;
    if (problem) {
      const again = { ...problem, solver: { ...problem.solver, timeLimit } };
      await this.act(async () => JSON.stringify(again), problem.name);
    }
  }

  /** Solves a problem that somebody brings, from a file or put together on the page. */
  async solveText(text: string, name: string): Promise<void> {
    await this.act(async () => text, name);
  }

  async stop(): Promise<void> {
    const id = this.status?.id;
    if (!id || this.stopping) {
      return;
    }
    this.stopping = true;
    try {
      this.status = { ...this.status, ...(await this.client.terminate(id)) };
      if (!this.running) {
        await this.finish(this.status);
      }
    } catch (error) {
      this.stopping = false;
      this.message = describe(error);
    }
  }

  /** The list of recent schedules as it is now; an old one is better than none. */
  async refreshRecent(): Promise<void> {
    try {
      this.recent = await this.client.schedules();
    } catch (error) {
      this.message = describe(error);
    }
  }

  close(): void {
    this.leave();
  }

  private async refreshLists(): Promise<void> {
    const [problems, recent] = await Promise.all([this.client.problems(), this.client.schedules()]);
    this.problems = problems;
    this.recent = recent;
  }

  private leave(): AbortController {
    this.abort.abort();
    this.follower?.close();
    this.follower = null;
    this.connectionLost = false;
    this.stopping = false;
    this.abort = new AbortController();
    return this.abort;
  }

  private fail(error: unknown): void {
    this.message = describe(error);
    if (!this.world) {
      this.stage = 'failed';
    }
  }

  /** Posts a problem; its faults go to the dialog, the schedule on the page stays until there is another. */
  private async act(read: () => Promise<string>, name: string): Promise<void> {
    this.message = null;
    this.posting = true;
    let text: string | null = null;
    try {
      text = await read();
      const view = await this.client.solve(text, newKey());
      const { signal } = this.leave();
      await this.adopt(view, signal);
      this.announce(m.live.solving(view.problem.name));
      this.recent = await this.client.schedules();
    } catch (error) {
      if (error instanceof ApiError && (error.status === 400 || error.status === 422)) {
        this.faults = { file: name, detail: error.message, faults: error.faults, text };
      } else {
        this.message = describe(error);
      }
    } finally {
      this.posting = false;
    }
  }

  private async adopt(view: ScheduleView, signal: AbortSignal): Promise<void> {
    const other = this.status?.id !== view.id;
    const shown = this.take(view, signal);
    if (other) {
      this.watch?.opened();
    }
    await shown;
    if (!isRunning(view.status)) {
      this.announce(m.live.opened(view.problem.name, view.schedule?.tracks.length ?? 0));
    }
  }

  private async take(view: ScheduleView, signal: AbortSignal): Promise<void> {
    this.status = view;
    this.version = view.version;
    this.problem = view.problem;
    this.schedule = view.schedule;
    this.requests = view.requests;
    this.viewPeriods = view.viewPeriods;
    this.rebuild();
    this.stage = 'open';
    this.solving = null;
    if (isRunning(view.status)) {
      this.solving = view.revision ?? 0;
      this.follow(view.id, signal);
    } else if (view.status === 'FAILED') {
      this.message = view.error ?? m.errors.failed;
    }
    if (view.viewPeriods.length > 0) {
      await this.loadCurves(view.id, signal);
    }
    await this.loadPrices(signal);
  }

  /** Only where there is a proof: without it nothing has a price. */
  private async loadPrices(signal: AbortSignal): Promise<void> {
    const { status, problem, schedule } = this;
    if (!status || !problem || !schedule || schedule.bound === null) {
      this.prices = null;
      return;
    }
    try {
      const prices = await this.client.prices(status.id, priceStep(toSpan(problem.horizon)), signal);
      if (!signal.aborted) {
        this.prices = prices;
      }
    } catch {
      // A help for the eye: without it nothing else is missing.
      if (!signal.aborted) {
        this.prices = null;
      }
    }
  }

  private rebuild(): void {
    if (this.problem) {
      this.world = buildWorld(this.problem, this.requests, this.viewPeriods);
    }
  }

  private async loadCurves(id: string, signal: AbortSignal): Promise<void> {
    const problem = this.problem;
    if (!problem) {
      return;
    }
    try {
      const answer = await this.client.viewPeriods(id, sampleStep(toSpan(problem.horizon)), signal);
      if (!signal.aborted) {
        this.viewPeriods = answer.viewPeriods;
        this.rebuild();
      }
    } catch (error) {
      // The view periods are there already, as flat blocks: the page works without their curves.
      if (!signal.aborted) {
        this.message = describe(error);
      }
    }
  }

  private follow(id: string, signal: AbortSignal): void {
    const current = <T>(handler: (data: T) => void) => {
      return (data: T) => {
        if (!signal.aborted) {
          handler(data);
        }
      };
    };
    this.follower = new EventFollower(this.client.eventsUrl(id), {
      status: current((status) => this.onStatus(status, signal)),
      improvement: current((improvement) => this.onImprovement(improvement)),
      end: current((status) => void this.finish(status)),
      lost: () => (this.connectionLost = true),
      restored: () => (this.connectionLost = false),
      refused: current((error) => {
        this.connectionLost = false;
        this.message = describe(error);
        // Nobody solves it any more, as far as this page can know.
        this.status = this.status && { ...this.status, status: 'FAILED' };
      }),
    });
  }

  private onStatus(status: StatusView, signal: AbortSignal): void {
    this.status = status;
    if (status.status === 'SOLVING' && this.viewPeriods.length === 0) {
      void this.loadViewPeriods(status.id, signal);
    }
  }

  /** Once they are computed: the requests and view periods, without touching what the solver has found since. */
  private async loadViewPeriods(id: string, signal: AbortSignal): Promise<void> {
    try {
      const view = await this.client.schedule(id, signal);
      if (signal.aborted || view.viewPeriods.length === 0) {
        return;
      }
      this.problem = view.problem;
      this.requests = view.requests;
      this.viewPeriods = view.viewPeriods;
      this.schedule ??= view.schedule;
      this.rebuild();
      await this.loadCurves(id, signal);
    } catch (error) {
      if (!signal.aborted) {
        this.message = describe(error);
      }
    }
  }

  private onImprovement({ progress, schedule }: Improvement): void {
    this.schedule = schedule;
    if (this.status) {
      this.status = { ...this.status, progress };
    }
    const now = performance.now();
    if (now - this.announcedAt >= ANNOUNCE_EVERY_MS) {
      const gap = schedule.gapPercent;
      this.announce(m.live.improved(formatValue(schedule.value), gap === null ? null : formatGap(gap)));
    }
  }

  /** Solving is over: the server's final word replaces what was streamed. */
  private async finish(last: StatusView): Promise<void> {
    const { signal } = this.leave();
    this.status = last;
    try {
      const view = await this.client.schedule(last.id, signal);
      const missing = this.viewPeriods.length === 0 && view.viewPeriods.length > 0;
      const before = this.solving ?? 0;
      const after = view.revision ?? 0;
      this.solving = null;
      this.status = view;
      this.version = view.version;
      this.problem = view.problem;
      this.schedule = view.schedule;
      this.requests = view.requests;
      if (missing) {
        this.viewPeriods = view.viewPeriods;
      }
      this.rebuild();
      if (before > 0 && after > before) {
        this.watch?.jumped(before, after);
      }
      if (view.status === 'SOLVED' || view.status === 'STOPPED' || view.status === 'FAILED') {
        this.announce(m.live[view.status]);
      }
      if (view.status === 'FAILED') {
        this.message = view.error ?? m.errors.failed;
      }
      this.recent = await this.client.schedules();
      if (missing) {
        await this.loadCurves(last.id, signal);
      }
      await this.loadPrices(signal);
    } catch (error) {
      if (!signal.aborted) {
        this.message = describe(error);
      }
    }
  }

  private announce(text: string): void {
    this.announcement = text;
    this.announcedAt = performance.now();
  }
}

/** The server's own sentence where it gave one. */
export function describe(error: unknown): string {
  if (error instanceof ApiError) {
    if (error.status === 0) {
      return m.errors.unreachable;
    }
    return error.detail || m.errors.unknown(error.status, error.title);
  }
  return error instanceof Error ? error.message : String(error);
}

/** Seconds of the time limit that is set in a problem; the default of the format otherwise. */
export function timeLimitMs(iso: string | null | undefined): number {
  const length = iso ? parseDuration(iso) : NaN;
  return Number.isFinite(length) && length > 0 ? length : 30 * SECOND;
}
