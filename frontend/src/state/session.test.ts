// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../api/client';
import type { ScheduleView } from '../api/types';
import { at, problem, request, schedule, track, viewPeriod } from '../test/builders';
import { DAY } from '../lib/time';
import { isRunning, sampleStep, Session } from './session.svelte';

function view(id: string, fields: Partial<ScheduleView> = {}): ScheduleView {
  return {
    id,
    version: null,
    status: 'SOLVED',
    revision: 1,
    createdAt: at(0),
    timeLimit: 'PT30S',
    progress: null,
    problem: problem(),
    requests: [request('KPLO-TM/1')],
    viewPeriods: [viewPeriod(0, 8)],
    schedule: schedule({ tracks: [track('KPLO-TM/1#1', 2, 4)] }),
    ...fields,
  };
}

const SAMPLES = { start: at(0), stepS: 4 * 3600, azDeg: [90, 180, 270], elDeg: [10, 50, 10] };

const LOCAL = { user: 'local', role: 'ADMIN', missions: [], asksWho: false };

/** A server of canned answers by method and path, that asks nobody who it is; an unknown path is 404. */
function server(canned: Record<string, unknown>) {
  const answers: Record<string, unknown> = { 'GET /session': LOCAL, ...canned };
  const posts: { body: string; key: string | null }[] = [];
  const fetcher = vi.fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    const route = `${init?.method ?? 'GET'} ${String(input).replace(/^api\/v1|\?.*$/g, '')}`;
    if (init?.method === 'POST' && init.body) {
      posts.push({ body: String(init.body), key: new Headers(init.headers).get('Idempotency-Key') });
    }
    const answer = answers[route];
    if (answer instanceof Response) {
      return answer.clone();
    }
    return answer === undefined
      ? new Response(JSON.stringify({ title: 'Not found', detail: `${route} does not exist.` }), {
          status: 404,
        })
      : new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  return { session: new Session(new Client('api/v1', fetcher as unknown as typeof fetch)), posts, answers };
}

const item = (id: string) => ({ id, problem: 'Small', name: 'Small', status: 'SOLVED', createdAt: at(0) });

describe('Session', () => {
  it('opens the newest schedule when no link names one, with its curves', async () => {
    const { session } = server({
      'GET /problems': [],
      'GET /schedules': { items: [item('b'), item('a')], nextCursor: null },
      'GET /schedules/b': view('b'),
      'GET /schedules/b/view-periods': {
        viewPeriods: [viewPeriod(0, 8, { samples: SAMPLES })],
        warnings: [],
      },
    });
    await session.start(null);
    expect(session.stage).toBe('open');
    expect(session.status?.id).toBe('b');
    expect(session.plan?.passes.map((pass) => pass.id)).toEqual(['KPLO-TM/1#1']);
    expect(session.world?.curves[0]?.samples?.elDeg[1]).toBe(50);
  });

  it('offers the problems when there is no schedule', async () => {
    const { session } = server({ 'GET /problems': [], 'GET /schedules': { items: [], nextCursor: null } });
    await session.start(null);
    expect(session.stage).toBe('empty');
    expect(session.message).toBeNull();
  });

  it('falls back to the newest when the linked schedule is gone, and says so', async () => {
    const { session } = server({
      'GET /problems': [],
      'GET /schedules': { items: [item('b')], nextCursor: null },
      'GET /schedules/b': view('b'),
      'GET /schedules/b/view-periods': { viewPeriods: [viewPeriod(0, 8)], warnings: [] },
    });
    await session.start('gone');
    expect(session.status?.id).toBe('b');
    expect(session.message).toContain('(gone)');
  });

  it('asks who it is where users log in, and opens the schedule then', async () => {
    const stranger = new Response(
      JSON.stringify({ detail: 'It is not known who asks.', logIn: '/api/v1/session/oidc' }),
      { status: 401 },
    );
    const { session, answers } = server({
      'GET /session': stranger,
      'GET /problems': [],
      'GET /schedules': { items: [], nextCursor: null },
      'POST /session': new Response(JSON.stringify({ detail: 'Name or password are wrong.' }), {
        status: 401,
      }),
    });
    await session.start(null);
    expect(session.asked).toEqual({ provider: '/api/v1/session/oidc' });
    await expect(session.logIn('kim', 'wrong')).rejects.toThrow('Name or password are wrong.');
    expect(session.asked).not.toBeNull();
    const kim = { user: 'kim', role: 'PLANNER', missions: [], asksWho: true };
    answers['POST /session'] = kim;
    answers['GET /session'] = kim;
    await session.logIn('kim', 'right');
    await session.start(null);
    expect([session.asked, session.user?.user, session.stage]).toEqual([null, 'kim', 'empty']);
  });

  it('repeats the cookie against other sites in what changes something', async () => {
    document.cookie = 'XSRF-TOKEN=a%2Fb';
    const fetcher = vi.fn<typeof fetch>(async () => new Response(JSON.stringify(LOCAL)));
    const client = new Client('api/v1', fetcher);
    await client.logOut();
    await client.who();
    const [change, read] = fetcher.mock.calls.map(([, init]) =>
      new Headers(init?.headers).get('X-XSRF-TOKEN'),
    );
    expect([change, read]).toEqual(['a/b', null]);
  });

  it('says that the server does not answer', async () => {
    const fetcher = vi.fn().mockRejectedValue(new TypeError('fetch failed'));
    const session = new Session(new Client('api/v1', fetcher));
    await session.start(null);
    expect(session.stage).toBe('failed');
    expect(session.message).toBe('The server does not answer.');
  });

  it('shows the faults of a refused file and keeps the schedule that is open', async () => {
    const { session, answers } = server({
      'GET /problems': [],
      'GET /schedules': { items: [item('b')], nextCursor: null },
      'GET /schedules/b': view('b'),
      'GET /schedules/b/view-periods': { viewPeriods: [viewPeriod(0, 8)], warnings: [] },
    });
    await session.start(null);
    answers['POST /schedules'] = new Response(
      JSON.stringify({
        title: 'x',
        detail: '1 fault',
        faults: [{ pointer: '/horizon', value: null, message: 'horizon is missing.' }],
      }),
      { status: 422 },
    );
    await session.solveText('{}', 'broken.json');
    expect(session.faults).toEqual({
      file: 'broken.json',
      detail: '1 fault',
      faults: [{ pointer: '/horizon', value: null, message: 'horizon is missing.' }],
      text: '{}',
    });
    expect(session.status?.id).toBe('b');
    expect(session.posting).toBe(false);
  });

  it('posts the problem anew with the chosen time limit and keeps its other settings', async () => {
    const { session, posts, answers } = server({
      'GET /problems': [],
      'GET /schedules': { items: [item('b')], nextCursor: null },
      'GET /schedules/b': view('b'),
      'GET /schedules/b/view-periods': { viewPeriods: [viewPeriod(0, 8)], warnings: [] },
    });
    await session.start(null);
    answers['POST /schedules'] = view('c');
    answers['GET /schedules/c/view-periods'] = { viewPeriods: [viewPeriod(0, 8)], warnings: [] };
    await session.solveAnew('PT60S');
    const posted = JSON.parse(posts[0]?.body ?? '{}');
    expect(posted.solver).toEqual({ timeLimit: 'PT60S', seed: 3 });
    expect(posted.horizon).toEqual(problem().horizon);
    expect(posts[0]?.key).toBeTruthy();
    expect(session.status?.id).toBe('c');
  });

  it('follows a running schedule: view periods when they are there, improvements, then the end', async () => {
    const running = view('r', { status: 'VISIBILITY', viewPeriods: [], schedule: null });
    let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
    const { session, answers } = server({
      'GET /problems': [{ id: 'small', name: 'Small' }],
      'GET /schedules': { items: [], nextCursor: null },
      'GET /problems/small': '{"name":"Small"}',
      'POST /schedules': running,
      'GET /schedules/r/view-periods': {
        viewPeriods: [viewPeriod(0, 8, { samples: SAMPLES })],
        warnings: [],
      },
    });
    vi.stubGlobal('fetch', async () => new Response(new ReadableStream({ start: (c) => void (feed = c) })));
    const send = (event: string, data: unknown) =>
      feed?.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    await session.start(null);
    await session.solveListed('small', 'Small');
    expect(session.running).toBe(true);
    expect(session.plan).toBeNull();

    answers['GET /schedules/r'] = { ...running, status: 'SOLVING', viewPeriods: [viewPeriod(0, 8)] };
    send('status', { ...running, status: 'SOLVING' });
    await vi.waitFor(() => expect(session.world?.curves[0]?.samples).not.toBeNull());

    const progress = { elapsedS: 1, fraction: 0.1, steps: 5, value: 3, bound: null, gapPercent: null };
    send('improvement', { progress, schedule: schedule({ value: 3, tracks: [track('KPLO-TM/1#1', 1, 3)] }) });
    await vi.waitFor(() => expect(session.plan?.passes).toHaveLength(1));
    expect(session.progress?.value).toBe(3);
    expect(session.world?.curves[0]?.samples).not.toBeNull();

    answers['GET /schedules/r'] = view('r', { status: 'STOPPED' });
    send('end', { ...running, status: 'STOPPED' });
    await vi.waitFor(() => expect(session.status?.status).toBe('STOPPED'));
    await vi.waitFor(() => expect(session.schedule?.value).toBe(12));
    expect(session.announcement).toBe('Stopped, the best schedule found is kept');
    vi.unstubAllGlobals();
  });
});

describe('sampleStep', () => {
  it('is five minutes for a week and coarser for a year', () => {
    expect(sampleStep({ from: 0, to: 7 * DAY })).toBe(300);
    expect(sampleStep({ from: 0, to: DAY / 4 })).toBe(60);
    expect(sampleStep({ from: 0, to: 365 * DAY })).toBe(3600);
  });
});

describe('isRunning', () => {
  it('is true until the last word', () => {
    expect((['QUEUED', 'VISIBILITY', 'SOLVING'] as const).every(isRunning)).toBe(true);
    expect((['SOLVED', 'STOPPED', 'FAILED'] as const).some(isRunning)).toBe(false);
  });
});
