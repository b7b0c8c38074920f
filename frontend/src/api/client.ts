import { ApiError, parseProblem } from './faults';
import type {
  ProblemItem,
  ScheduleItem,
  SchedulePage,
  ScheduleView,
  StatusView,
  ViewPeriodsAnswer,
} from './types';

export type Fetch = typeof fetch;

/** The typed door to `/api/v1`; every method rejects with an {@link ApiError}. */
export class Client {
  constructor(
    readonly base = 'api/v1',
    private readonly fetcher: Fetch = (input, init) => fetch(input, init),
  ) {}

  async problems(): Promise<ProblemItem[]> {
    return this.json('/problems');
  }

  /** The problem as text: it is posted back unread, so that nothing is lost on the way. */
  async problemText(id: string): Promise<string> {
    return (await this.request(`/problems/${encodeURIComponent(id)}`)).text();
  }

  async schedules(): Promise<ScheduleItem[]> {
    return (await this.json<SchedulePage>('/schedules')).items;
  }

  async schedule(id: string, signal?: AbortSignal): Promise<ScheduleView> {
    return this.json(`/schedules/${encodeURIComponent(id)}`, { signal: signal ?? null });
  }

  async viewPeriods(id: string, stepS: number, signal?: AbortSignal): Promise<ViewPeriodsAnswer> {
    return this.json(`/schedules/${encodeURIComponent(id)}/view-periods?step=${stepS}`, {
      signal: signal ?? null,
    });
  }

  /** Posts a problem for solving. The key makes a repeated post of the same click one schedule. */
  async solve(problem: string, idempotencyKey: string): Promise<ScheduleView> {
    return this.json('/schedules', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
      body: problem,
    });
  }

  async terminate(id: string): Promise<StatusView> {
    return this.json(`/schedules/${encodeURIComponent(id)}/terminate`, { method: 'POST' });
  }

  eventsUrl(id: string): string {
    return `${this.base}/schedules/${encodeURIComponent(id)}/events`;
  }

  private async json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.request(path, init);
    return (await response.json()) as T;
  }

  private async request(path: string, init: RequestInit = {}): Promise<Response> {
    let response: Response;
    try {
      response = await this.fetcher(this.base + path, {
        ...init,
        headers: { Accept: 'application/json', ...init.headers },
      });
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') {
        throw cause;
      }
      throw new ApiError(0, 'Unreachable', '');
    }
    if (!response.ok) {
      throw parseProblem(response.status, response.statusText, await response.text());
    }
    return response;
  }
}
