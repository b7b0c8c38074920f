import { ApiError } from '../api/faults';
import type { RevisionDiff, RevisionItem } from '../api/types';
import { m } from '../i18n';
import { describe, type Session } from './session.svelte';

/** The revisions of the schedule that is open, and the two of them that are compared. */
export class Revisions {
  /** Newest first. */
  list = $state.raw<RevisionItem[]>([]);
  /** What is drawn on the timeline and listed; null while nothing is compared. */
  diff = $state.raw<RevisionDiff | null>(null);
  /** A comparison with the present revision follows it as it changes. */
  followsPresent = $state(false);
  busy = $state(false);
  /** A revision that breaks rules and waits for the planner to say whether it is published all the same. */
  doubtful = $state.raw<RevisionItem | null>(null);

  readonly present: number = $derived.by(() => this.session.status?.revision ?? 0);
  readonly published: number | null = $derived.by(() => this.session.status?.publishedRevision ?? null);

  private schedule: string | null = null;

  constructor(private readonly session: Session) {}

  /** Another schedule is open, or the one that is open has another revision. */
  async follow(id: string | null, present: number): Promise<void> {
    if (id !== this.schedule) {
      this.schedule = id;
      this.list = [];
      this.diff = null;
    }
    if (id === null || present === 0) {
      return;
    }
    await this.refresh();
    if (this.diff && this.followsPresent && this.diff.to !== present) {
      await this.compare(this.diff.from, present);
    }
  }

  async refresh(): Promise<void> {
    const id = this.schedule;
    if (id !== null) {
      await this.attempt(async () => {
        const list = await this.session.client.revisions(id);
        if (id === this.schedule) {
          this.list = list.toReversed();
        }
      });
    }
  }

  async compare(from: number, to: number): Promise<void> {
    const id = this.schedule;
    if (id !== null) {
      await this.attempt(async () => {
        const diff = await this.session.client.diff(id, from, to);
        if (id === this.schedule) {
          this.diff = diff;
          this.followsPresent = to === this.present;
        }
      });
    }
  }

  endComparison(): void {
    this.diff = null;
  }

  /** False when the server refuses the name, which it says. */
  async name(revision: number, name: string): Promise<boolean> {
    const id = this.schedule;
    return (
      id !== null &&
      this.attempt(async () => {
        const named = await this.session.client.nameRevision(id, revision, name);
        this.list = this.list.map((item) => (item.revision === revision ? named : item));
      })
    );
  }

  /** Publishes a revision; one that breaks rules only once the planner has said so. */
  async publish(item: RevisionItem, acceptViolations = false): Promise<void> {
    this.doubtful = null;
    if (item.status === 'INFEASIBLE' && !acceptViolations) {
      this.doubtful = item;
      return;
    }
    await this.change(async (id, version) => {
      await this.session.client.publish(id, item.revision, acceptViolations, version);
      await this.session.refresh();
      this.session.say(m.revisions.publishedNow(item.revision));
    });
  }

  /** Something that needs the version of what is on the page; a stale one is fetched anew, and the planner sees why. */
  private async change(act: (id: string, version: string) => Promise<void>): Promise<void> {
    const { version } = this.session;
    const id = this.schedule;
    if (id === null || version === null) {
      return;
    }
    await this.attempt(async () => {
      try {
        await act(id, version);
      } catch (error) {
        if (error instanceof ApiError && error.status === 412) {
          await this.session.refresh();
        }
        throw error;
      }
    });
    await this.refresh();
  }

  private async attempt(act: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    try {
      await act();
      return true;
    } catch (error) {
      this.session.message = describe(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
