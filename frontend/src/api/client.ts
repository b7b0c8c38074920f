import { ApiError, parseProblem } from './faults';
import {
  nameOf,
  type CalendarFeed,
  type EphemerisUpload,
  type ExportFormat,
  type ImportedProblem,
  type ServedFile,
} from './files';
import type {
  AntennaPrices,
  ChangeFile,
  Edit,
  EditView,
  Explanation,
  ProblemItem,
  RankedPlace,
  ReplanView,
  RevisionDiff,
  RevisionItem,
  ScheduleItem,
  SchedulePage,
  ScheduleView,
  StatusView,
  ViewPeriodsAnswer,
  Who,
} from './types';

export type Fetch = typeof fetch;

/** The typed door to `/api/v1`; every method rejects with an {@link ApiError}. */
export class Client {
  /** Told when the service does not know who asks, but for a log-in that fails. */
  unknown: ((error: ApiError) => void) | null = null;

  constructor(
    readonly base = 'api/v1',
    private readonly fetcher: Fetch = (input, init) => fetch(input, init),
  ) {}

  async who(): Promise<Who> {
    return this.json('/session');
  }

  async logIn(name: string, password: string): Promise<Who> {
    return this.json('/session', post({ name, password }));
  }

  async logOut(): Promise<void> {
    await this.request('/session', { method: 'DELETE' });
  }

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

  /** First to last. */
  async revisions(id: string): Promise<RevisionItem[]> {
    return this.json(`/schedules/${encodeURIComponent(id)}/revisions`);
  }

  async nameRevision(id: string, revision: number, name: string): Promise<RevisionItem> {
    return this.json(`/schedules/${encodeURIComponent(id)}/revisions`, post({ revision, name }));
  }

  async diff(id: string, against: number, to: number): Promise<RevisionDiff> {
    return this.json(`/schedules/${encodeURIComponent(id)}/diff?against=${against}&to=${to}`);
  }

  async publish(
    id: string,
    revision: number,
    acceptViolations: boolean,
    version: string,
  ): Promise<StatusView> {
    return this.json(
      `/schedules/${encodeURIComponent(id)}/publish`,
      post({ revision, acceptViolations }, version),
    );
  }

  /** The schedule as a file; what a format cannot hold is refused. */
  async exported(id: string, format: ExportFormat, spacecraft?: string): Promise<ServedFile> {
    const craft = spacecraft === undefined ? '' : `&spacecraft=${encodeURIComponent(spacecraft)}`;
    const response = await this.request(
      `/schedules/${encodeURIComponent(id)}/export?format=${format}${craft}`,
      { headers: { Accept: '*/*' } },
    );
    const name = nameOf(response.headers.get('Content-Disposition'));
    return { name: name ?? `schedule.${format}`, content: await response.blob() };
  }

  /** Saves a problem as it is. */
  async saveProblem(problem: string): Promise<ProblemItem> {
    return this.json('/problems', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: problem,
    });
  }

  /** Makes a problem of a file of another format. A CCSDS schedule is one of a saved problem. */
  async importProblem(
    content: string,
    format: 'satnet' | 'ccsds',
    problem?: string,
  ): Promise<ImportedProblem> {
    const of = problem === undefined ? '' : `&problem=${encodeURIComponent(problem)}`;
    return this.json(`/problems/import?format=${format}${of}`, {
      method: 'POST',
      headers: { 'Content-Type': format === 'satnet' ? 'application/json' : 'application/xml' },
      body: content,
    });
  }

  /** Makes an address under which calendars subscribe to what is published of a mission. */
  async calendarFeed(mission: string): Promise<CalendarFeed> {
    return this.json(`/missions/${encodeURIComponent(mission)}/calendar`, { method: 'POST' });
  }

  /** Keeps an OEM, KVN or XML. */
  async saveEphemeris(content: string): Promise<EphemerisUpload> {
    return this.json('/ephemerides', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: content,
    });
  }

  /** View periods of one spacecraft over one antenna, with its way over the sky and those of Sun and Moon. */
  async skyPeriods(
    id: string,
    antenna: string,
    spacecraft: string,
    stepS: number,
    signal?: AbortSignal,
  ): Promise<ViewPeriodsAnswer> {
    const of = `antenna=${encodeURIComponent(antenna)}&spacecraft=${encodeURIComponent(spacecraft)}`;
    return this.json(`/schedules/${encodeURIComponent(id)}/view-periods?step=${stepS}&sky=true&${of}`, {
      signal: signal ?? null,
    });
  }

  async schedule(id: string, signal?: AbortSignal): Promise<ScheduleView> {
    return this.versioned(`/schedules/${encodeURIComponent(id)}`, { signal: signal ?? null });
  }

  async viewPeriods(id: string, stepS: number, signal?: AbortSignal): Promise<ViewPeriodsAnswer> {
    return this.json(`/schedules/${encodeURIComponent(id)}/view-periods?step=${stepS}`, {
      signal: signal ?? null,
    });
  }

  /** Posts a problem for solving. The key makes a repeated post of the same click one schedule. */
  async solve(problem: string, idempotencyKey: string): Promise<ScheduleView> {
    return this.versioned('/schedules', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
      body: problem,
    });
  }

  async terminate(id: string): Promise<StatusView> {
    return this.json(`/schedules/${encodeURIComponent(id)}/terminate`, { method: 'POST' });
  }

  /** Solves a schedule again around its pinned passes. */
  async solveAgain(id: string, timeLimit: string, version: string): Promise<StatusView> {
    return this.json(`/schedules/${encodeURIComponent(id)}/solve`, post({ timeLimit }, version));
  }

  /** Saves edits as the next revision of what the version names. */
  async edit(id: string, edits: readonly Edit[], version: string): Promise<EditView> {
    return this.json(`/schedules/${encodeURIComponent(id)}/edits`, post({ edits }, version));
  }

  /** Scores edits without saving them. */
  async whatIf(id: string, edits: readonly Edit[]): Promise<EditView> {
    return this.json(`/schedules/${encodeURIComponent(id)}/what-if`, post({ edits }));
  }

  /** Makes an older revision the present one again. */
  async restore(id: string, revision: number, version: string): Promise<EditView> {
    return this.json(`/schedules/${encodeURIComponent(id)}/revisions/${revision}/restore`, {
      method: 'POST',
      headers: { 'If-Match': `"${version}"` },
    });
  }

  async explanation(id: string, request: string, signal?: AbortSignal): Promise<Explanation> {
    return this.json(requestPath(id, request, 'explanation'), { signal: signal ?? null });
  }

  async places(id: string, request: string, limit: number, signal?: AbortSignal): Promise<RankedPlace[]> {
    const path = `${requestPath(id, request, 'places')}?limit=${limit}`;
    return (await this.json<{ places: RankedPlace[] }>(path, { signal: signal ?? null })).places;
  }

  async prices(id: string, stepS: number, signal?: AbortSignal): Promise<AntennaPrices> {
    return this.json(`/schedules/${encodeURIComponent(id)}/prices?step=${stepS}`, { signal: signal ?? null });
  }

  async replan(id: string, change: ChangeFile, version: string): Promise<ReplanView> {
    return this.json(`/schedules/${encodeURIComponent(id)}/replan`, post(change, version));
  }

  async replanStatus(id: string, replan: string): Promise<ReplanView> {
    return this.json(replanPath(id, replan));
  }

  async acceptAlternative(id: string, replan: string, n: number, version: string): Promise<EditView> {
    return this.json(`${replanPath(id, replan)}/alternatives/${n}/accept`, {
      method: 'POST',
      headers: { 'If-Match': `"${version}"` },
    });
  }

  async dropReplan(id: string, replan: string): Promise<void> {
    await this.request(replanPath(id, replan), { method: 'DELETE' });
  }

  eventsUrl(id: string): string {
    return `${this.base}/schedules/${encodeURIComponent(id)}/events`;
  }

  private async json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.request(path, init);
    return (await response.json()) as T;
  }

  /** An answer together with the version of the schedule that it shows. */
  private async versioned<T extends { version: string | null }>(
    path: string,
    init?: RequestInit,
  ): Promise<T> {
    const response = await this.request(path, init);
    return { ...((await response.json()) as T), version: tagOf(response) };
  }

  private async request(path: string, init: RequestInit = {}): Promise<Response> {
    let response: Response;
    try {
      response = await this.fetcher(this.base + path, {
        ...init,
        headers: { Accept: 'application/json', ...crossSiteToken(init.method), ...init.headers },
      });
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') {
        throw cause;
      }
      throw new ApiError(0, 'Unreachable', '');
    }
    if (!response.ok) {
      const error = parseProblem(response.status, response.statusText, await response.text());
      if (error.status === 401 && !(path === '/session' && init.method === 'POST')) {
        this.unknown?.(error);
      }
      throw error;
    }
    return response;
  }
}

/** Where users log in, what changes something repeats a cookie in a header, which no other site can read. */
function crossSiteToken(method = 'GET'): Record<string, string> {
  const token = method === 'GET' ? null : /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {};
}

function post(body: unknown, version?: string): RequestInit {
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  };
}

function requestPath(id: string, request: string, what: string): string {
  return `/schedules/${encodeURIComponent(id)}/requests/${encodeURIComponent(request)}/${what}`;
}

function replanPath(id: string, replan: string): string {
  return `/schedules/${encodeURIComponent(id)}/replans/${encodeURIComponent(replan)}`;
}

/** The tag between the quotes of `ETag`; a proxy that compresses marks it as weak, which says nothing here. */
function tagOf(response: Response): string | null {
  return /^(?:W\/)?"([^"]*)"$/.exec(response.headers.get('ETag') ?? '')?.[1] ?? null;
}
