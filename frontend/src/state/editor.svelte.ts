import { ApiError } from '../api/faults';
import type { Edit, EditView, StaleDetails, Track, Violation } from '../api/types';
import { m } from '../i18n';
import { formatDelta } from '../lib/format';
import { inverseEdits, rebased, renamed, withNames } from './edits';
import { describe, type Session } from './session.svelte';

export const UNDO_DEPTH = 50;

/** Places of a request that gave way, the best first, among which one is free if any is. */
const PLACES_TRIED = 10;

/** A step that can be undone or done again: edits, or the way back to a whole revision. */
type Step = { label: string } & ({ kind: 'edits'; edits: Edit[] } | { kind: 'revision'; revision: number });

/** What the last step did to the schedule. */
export interface Effect {
  label: string;
  valueDelta: number;
  newViolations: Violation[];
  gone: number;
}

/** An edit that was refused because somebody else changed the schedule first. */
export interface Conflict {
  label: string;
  edits: Edit[];
  /** The tracks on which the edits were made. */
  before: readonly Track[];
  details: StaleDetails;
}

/**
 * What a planner does to the schedule by hand: edits one after the other, each a revision of its own, with undo. Undoing
 * is an edit too, so that what others did meanwhile stays.
 */
export class Editor {
  saving = $state(false);
  effect = $state.raw<Effect | null>(null);
  conflict = $state.raw<Conflict | null>(null);
  /** What the placement under way would do, as the server scores it. */
  trial = $state.raw<EditView | null>(null);

  private done = $state.raw<Step[]>([]);
  private undone = $state.raw<Step[]>([]);
  readonly undoLabel: string | null = $derived(this.done.at(-1)?.label ?? null);
  readonly redoLabel: string | null = $derived(this.undone.at(-1)?.label ?? null);

  /** Edits are done in the order they were asked for, each on what the one before left. */
  private queue: Promise<unknown> = Promise.resolve();
  private wanted: readonly Edit[] | null = null;
  private trying = false;
  /** Whether the last step failed because what it is about is not there any more. */
  private impossible = false;
  private generation = 0;
  /** Rises with every schedule that is opened: an answer about one that was left is nobody's. */
  private visit = 0;

  constructor(private readonly session: Session) {
    session.watch = {
      opened: () => this.forget(),
      jumped: (from) => this.remember({ kind: 'revision', revision: from, label: m.edit.solve }),
    };
  }

  /** Does edits as one step; null when they were refused. */
  run(edits: readonly Edit[], label: string): Promise<EditView | null> {
    return this.enqueue(async () => {
      if (edits.length === 0) {
        return null;
      }
      return this.save([...edits], label, (step) => this.remember(step));
    });
  }

  /**
   * Does edits for which other requests give way, and then puts each of those where it is served best without a third
   * one giving way. All of it is one step; who finds no place stays without.
   */
  makeRoom(edits: readonly Edit[], displaced: readonly string[], label: string): Promise<EditView | null> {
    return this.enqueue(async () => {
      const { session, visit } = this;
      const before = session.schedule?.tracks ?? [];
      const placed = await this.save([...edits], label, (step) => this.remember(step));
      if (!placed) {
        return null;
      }
      const views = [placed];
      for (const request of displaced) {
        const moves = await this.freePlace(request);
        if (visit !== this.visit) {
          return null;
        }
        const moved =
          moves &&
          (await this.save(moves, label, () => {
            const after = session.schedule?.tracks ?? [];
            this.done = [
              ...this.done.slice(0, -1),
              { kind: 'edits', edits: inverseEdits(before, after), label },
            ];
          }));
        if (moved) {
          views.push(moved);
        }
      }
      this.reportAll(label, views);
      return placed;
    });
  }

  undo(): Promise<EditView | null> {
    return this.enqueue(() => this.back('undo'));
  }

  redo(): Promise<EditView | null> {
    return this.enqueue(() => this.back('redo'));
  }

  /** Makes an older revision the present one; the step can be undone. */
  restore(revision: number, label: string): Promise<EditView | null> {
    return this.enqueue(() => this.jump(revision, label, (step) => this.remember(step)));
  }

  /** Notes that something else than an edit led from a revision to the present one. */
  jumpedFrom(revision: number, label: string): void {
    this.remember({ kind: 'revision', revision, label });
  }

  /** Has edits scored; of many asked for in a row the last one counts. */
  async tryOut(edits: readonly Edit[] | null): Promise<void> {
    this.wanted = edits;
    if (edits === null) {
      this.generation++;
      this.trial = null;
      return;
    }
    if (this.trying) {
      return;
    }
    this.trying = true;
    try {
      while (this.wanted) {
        const asked: readonly Edit[] = this.wanted;
        this.wanted = null;
        const generation = this.generation;
        const id = this.session.status?.id;
        try {
          const answer = id ? await this.session.client.whatIf(id, asked) : null;
          if (generation === this.generation) {
            this.trial = answer;
          }
        } catch (error) {
          // The placement can still be made; its score is then known.
          if (generation === this.generation) {
            this.trial = null;
            this.session.message = describe(error);
          }
        }
      }
    } finally {
      this.trying = false;
    }
  }

  /** The schedule as the others left it; the refused edits are dropped. */
  async takeTheirs(): Promise<void> {
    this.conflict = null;
    this.undone = [];
    await this.adoptTheirs();
  }

  /** The refused edits on top of what the others did. */
  async reapplyMine(): Promise<EditView | null> {
    const { conflict, visit } = this;
    this.conflict = null;
    if (!conflict) {
      return null;
    }
    await this.adoptTheirs();
    if (visit !== this.visit) {
      return null;
    }
    const edits = rebased(conflict.edits, conflict.before, this.session.schedule?.tracks ?? []);
    return this.run(edits, conflict.label);
  }

  private async adoptTheirs(): Promise<void> {
    // A way back to a whole revision would take away what the others did since.
    const last = this.done.findLastIndex((step) => step.kind === 'revision');
    this.done = this.done.slice(last + 1);
    await this.session.refresh();
  }

  /** What waits for its turn when another schedule is opened is not done to that one. */
  private enqueue<T>(action: () => Promise<T>): Promise<T | null> {
    const { visit } = this;
    const inTurn = async () => (visit === this.visit ? action() : null);
    const next = this.queue.then(inTurn, inTurn);
    this.queue = next.catch(() => undefined);
    return next;
  }

  private forget(): void {
    this.visit++;
    this.done = [];
    this.undone = [];
    this.goneTracks = [];
    this.effect = null;
    this.conflict = null;
    void this.tryOut(null);
  }

  private remember(step: Step): void {
    this.done = [...this.done, step].slice(-UNDO_DEPTH);
    this.undone = [];
  }

  private async back(direction: 'undo' | 'redo'): Promise<EditView | null> {
    const step = (direction === 'undo' ? this.done : this.undone).at(-1);
    if (!step) {
      return null;
    }
    const label = direction === 'undo' ? m.edit.undone(step.label) : m.edit.redone(step.label);
    const settle = (counter: Step) => {
      const back = { ...counter, label: step.label };
      if (direction === 'undo') {
        this.done = this.done.slice(0, -1);
        this.undone = [...this.undone, back];
      } else {
        this.undone = this.undone.slice(0, -1);
        this.done = [...this.done, back].slice(-UNDO_DEPTH);
      }
    };
    const view = await (step.kind === 'edits'
      ? this.save(step.edits, label, settle)
      : this.jump(step.revision, label, settle));
    if (this.impossible) {
      // It stays impossible, and must not bar the way to the steps before it.
      this.done = this.done.filter((each) => each !== step);
      this.undone = this.undone.filter((each) => each !== step);
    }
    return view;
  }

  private async save(
    edits: Edit[],
    label: string,
    settle: (counter: Step) => void,
  ): Promise<EditView | null> {
    const { session, visit } = this;
    const { version } = session;
    const id = session.status?.id;
    const before = session.schedule?.tracks ?? [];
    if (!id || version === null || this.conflict) {
      return null;
    }
    return this.attempt(label, edits, before, async () => {
      const view = await session.client.edit(id, edits, version);
      if (visit !== this.visit) {
        return null;
      }
      const after = view.schedule.tracks;
      session.saved(view);
      settle({ kind: 'edits', edits: inverseEdits(before, after), label });
      this.rename(renamed(edits, this.goneTracks, after));
      this.goneTracks = [
        ...this.goneTracks.slice(-10 * UNDO_DEPTH),
        ...before.filter((track) => !after.some(({ id: there }) => there === track.id)),
      ];
      this.report(label, view);
      return view;
    });
  }

  /** Passes that edits took out, to know them again when they are put back under another id. */
  private goneTracks: Track[] = [];

  private rename(names: ReadonlyMap<string, string>): void {
    if (names.size > 0) {
      const rename = (step: Step): Step =>
        step.kind === 'edits' ? { ...step, edits: withNames(step.edits, names) } : step;
      this.done = this.done.map(rename);
      this.undone = this.undone.map(rename);
    }
  }

  private async jump(
    revision: number,
    label: string,
    settle: (counter: Step) => void,
  ): Promise<EditView | null> {
    const { session, visit } = this;
    const { version, status } = session;
    if (!status || version === null || this.conflict) {
      return null;
    }
    return this.attempt(label, [], session.schedule?.tracks ?? [], async () => {
      const view = await session.client.restore(status.id, revision, version);
      if (visit !== this.visit) {
        return null;
      }
      settle({ kind: 'revision', revision: status.revision ?? 0, label });
      this.report(label, view);
      // An older revision may answer another variant of the problem.
      await session.refresh();
      return view;
    });
  }

  private async attempt(
    label: string,
    edits: Edit[],
    before: readonly Track[],
    action: () => Promise<EditView | null>,
  ): Promise<EditView | null> {
    const { visit } = this;
    this.saving = true;
    this.impossible = false;
    this.session.message = null;
    try {
      return await action();
    } catch (error) {
      if (visit !== this.visit) {
        return null;
      }
      if (error instanceof ApiError && error.status === 412) {
        this.conflict = { label, edits, before, details: error.fields as unknown as StaleDetails };
      } else {
        this.impossible = error instanceof ApiError && (error.status === 404 || error.status === 422);
        this.session.message =
          error instanceof ApiError && error.faults[0] ? faultsOf(error) : describe(error);
        if (error instanceof ApiError && error.status === 409) {
          await this.session.refresh();
        }
      }
      return null;
    } finally {
      this.saving = false;
    }
  }

  /** The best place of a request for which nobody has to go, if it is worth anything. */
  private async freePlace(request: string): Promise<Edit[] | null> {
    const { client, status } = this.session;
    try {
      const places = status ? await client.places(status.id, request, PLACES_TRIED) : [];
      return (
        places.find(({ displaces, valueDelta }) => displaces.length === 0 && valueDelta > 0)?.edits ?? null
      );
    } catch (error) {
      this.session.message = describe(error);
      return null;
    }
  }

  /** Tells what edits did that belong together. */
  private reportAll(label: string, views: readonly EditView[]): void {
    const last = views.at(-1);
    if (last && views.length > 1) {
      const newly = views.flatMap((view) => view.newViolations.map(({ id }) => id));
      this.report(label, {
        ...last,
        valueDelta: views.reduce((sum, view) => sum + view.valueDelta, 0),
        newViolations: last.violations.filter(({ id }) => newly.includes(id)),
        goneViolations: views.flatMap((view) => view.goneViolations).filter((id) => !newly.includes(id)),
      });
    }
  }

  /** Tells what something else than an edit did. */
  report(label: string, view: EditView): void {
    this.effect = {
      label,
      valueDelta: view.valueDelta,
      newViolations: view.newViolations,
      gone: view.goneViolations.length,
    };
    this.session.say(m.edit.announced(label, formatDelta(view.valueDelta), view.newViolations.length));
  }
}

function faultsOf(error: ApiError): string {
  return error.faults.map((fault) => fault.message).join(' ');
}
