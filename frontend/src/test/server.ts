import { vi } from 'vitest';
import type { Edit, ScheduleView, Track, TrackRequest, ViewPeriod } from '../api/types';
import { at, problem, request, schedule, track } from './builders';

/** A small server of one schedule that does edits, keeps revisions and refuses stale ones, as the real one does. */
export class Server {
  revisions: Track[][];
  status: ScheduleView['status'] = 'SOLVED';
  whatIfs: Edit[][] = [];
  requests: TrackRequest[] = [request('A/1'), request('B/1')];
  viewPeriods: ViewPeriod[] = [];

  constructor(...tracks: Track[]) {
    this.revisions = [tracks];
  }

  get version() {
    return `${this.revisions.length}-${this.revisions.length}`;
  }

  get tracks() {
    return this.revisions.at(-1) as Track[];
  }

  apply(edits: readonly Edit[]): Track[] | null {
    const list = new Map(this.tracks.map((each) => [each.id, each]));
    for (const edit of edits) {
      if (edit.type === 'ADD') {
        let number = 1;
        while (list.has(`${edit.request}#${number}`)) {
          number++;
        }
        const id = `${edit.request}#${number}`;
        list.set(id, { ...track(id, 0, 1), ...edit, pinned: edit.pinned ?? false } as Track);
      } else if (!list.has(edit.pass)) {
        return null;
      } else if (edit.type === 'REMOVE') {
        list.delete(edit.pass);
      } else {
        list.set(edit.pass, { ...(list.get(edit.pass) as Track), ...edit } as Track);
      }
    }
    return [...list.values()];
  }

  private outcome(tracks: Track[], saved: boolean) {
    return {
      revision: saved ? this.revisions.length : null,
      version: saved ? this.version : null,
      status: 'FEASIBLE',
      value: 12,
      valueDelta: -0.5,
      bound: null,
      gapPercent: null,
      criticalDelta: 0,
      pass: tracks.at(-1) ?? null,
      violations: [],
      newViolations: [],
      goneViolations: [],
      schedule: schedule({ tracks }),
    };
  }

  readonly fetch = vi.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    const path = String(input).replace(/^api\/v1|\?.*$/g, '');
    const answer = (body: unknown, status = 200) =>
      new Response(JSON.stringify(body), { status, headers: { ETag: `"${this.version}"` } });
    if (path === '/schedules/s') {
      return answer({
        id: 's',
        status: this.status,
        revision: this.revisions.length,
        createdAt: at(0),
        problem: problem(),
        requests: this.requests,
        viewPeriods: this.viewPeriods,
        schedule: schedule({ tracks: this.tracks }),
      });
    }
    const sent = new Headers(init?.headers).get('If-Match');
    if (path !== '/schedules/s/what-if' && sent !== `"${this.version}"`) {
      return answer({ title: 'x', detail: 'stale', version: this.version, revisions: [] }, 412);
    }
    const restored = /revisions\/(\d+)\/restore$/.exec(path);
    if (restored) {
      this.revisions.push(this.revisions[Number(restored[1]) - 1] as Track[]);
      return answer(this.outcome(this.tracks, true));
    }
    const { edits } = JSON.parse(String(init?.body)) as { edits: Edit[] };
    const after = this.apply(edits);
    if (!after) {
      return answer({ title: 'x', detail: 'pass is not in this schedule.' }, 404);
    }
    if (path === '/schedules/s/what-if') {
      this.whatIfs.push(edits);
      return answer(this.outcome(after, false));
    }
    this.revisions.push(after);
    return answer(this.outcome(after, true));
  });
}
