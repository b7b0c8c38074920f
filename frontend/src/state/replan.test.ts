// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/faults';
import type { Alternative, ChangeFile, ReplanView } from '../api/types';
import { Client } from '../api/client';
import { at, ms, problem, request, schedule, track } from '../test/builders';
import { Adjust } from './adjust.svelte';
import { Editor } from './editor.svelte';
import { Intake } from './intake.svelte';
import { changeFile, Replan, type Draft } from './replan.svelte';
import { Revisions } from './revisions.svelte';
import { Session } from './session.svelte';
import { Ui } from './ui.svelte';

const OUTAGE: Draft = { key: 1, type: 'OUTAGE', antenna: 'KDSA', from: ms(4), to: ms(9), reason: ' drive ' };

describe('changeFile', () => {
  it('says what changed in the words of the format', () => {
    const file = changeFile(
      [
        OUTAGE,
        { key: 2, type: 'SLIP', spacecraft: 'LRO', hours: 24 },
        { key: 3, type: 'WITHDRAW', request: 'A/1' },
        {
          key: 4,
          type: 'ADD_REQUEST',
          id: 'SOS',
          spacecraft: 'KPLO',
          antenna: '',
          minHours: 1.5,
          preferredHours: 1,
          from: ms(5),
          to: ms(10),
          critical: true,
        },
      ],
      ms(2),
      3,
      ['KDSA', 'DSS-26'],
    );
    expect(file).toEqual({
      at: at(2),
      freezeUntil: at(5),
      alternatives: 3,
      changes: [
        { type: 'OUTAGE', antenna: 'KDSA', start: at(4), end: at(9), reason: 'drive' },
        { type: 'SLIP', spacecraft: 'LRO', by: 'PT24H' },
        { type: 'WITHDRAW', request: 'A/1' },
        {
          type: 'ADD_REQUEST',
          request: {
            id: 'SOS',
            spacecraft: 'KPLO',
            antennas: [['KDSA'], ['DSS-26']],
            window: { start: at(5), end: at(10) },
            minDuration: 'PT1H30M',
            preferredDuration: 'PT1H30M',
            critical: true,
          },
        },
      ],
    } satisfies ChangeFile);
  });

  it('freezes nothing and gives no reason where none is said', () => {
    const file = changeFile([{ ...OUTAGE, reason: ' ' }], ms(0), 0, ['KDSA']);
    expect(file.freezeUntil).toBeUndefined();
    expect(file.changes[0]).not.toHaveProperty('reason');
  });
});

function alternative(n: number, hour: number): Alternative {
  return {
    n,
    status: 'FEASIBLE',
    value: 10,
    valueDelta: -2,
    changeCost: 0.4,
    tracksChanged: 1,
    bound: 11,
    gapPercent: 9,
    changes: [{ kind: 'MOVED', request: 'A/1', pass: 'A/1#1', drifted: false, why: '' }],
    drifted: [],
    violations: [],
    schedule: schedule({ tracks: [track('A/1#1', hour, hour + 2)] }),
  };
}

function view(fields: Partial<ReplanView> = {}): ReplanView {
  return {
    id: 'r',
    status: 'RUNNING',
    error: null,
    baseRevision: 1,
    change: { at: at(0), changes: [] },
    notes: [],
    alternatives: [],
    ...fields,
  };
}

async function open() {
  const client = new Client('api/v1', async () => {
    throw new TypeError('nobody listens');
  });
  const served = {
    id: 's',
    version: '1-1',
    status: 'SOLVED' as const,
    revision: 1,
    createdAt: at(0),
    problem: problem(),
    requests: [request('A/1')],
    viewPeriods: [],
    schedule: schedule({ tracks: [track('A/1#1', 2, 4)] }),
  };
  const calls = {
    schedule: vi.spyOn(client, 'schedule').mockImplementation(async () => served),
    replan: vi.spyOn(client, 'replan').mockResolvedValue(view()),
    status: vi.spyOn(client, 'replanStatus').mockResolvedValue(view()),
    accept: vi.spyOn(client, 'acceptAlternative'),
    drop: vi.spyOn(client, 'dropReplan').mockResolvedValue(),
  };
  const session = new Session(client);
  const ui = new Ui();
  const editor = new Editor(session);
  const adjust = new Adjust();
  const replan = new Replan();
  const intake = new Intake(session);
  const page = { session, ui, editor, adjust, replan, intake, revisions: new Revisions(session) };
  adjust.attach(page);
  replan.attach(page);
  await session.open('s');
  return { session, ui, editor, replan, calls };
}

describe('Replan', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks, waits for the answers and shows the first over the timeline', async () => {
    vi.useFakeTimers();
    const { replan, ui, calls } = await open();
    replan.addOutage('KDSA', { from: ms(1), to: ms(5) });
    await replan.propose();
    expect(calls.replan.mock.calls[0]?.[1].changes[0]).toMatchObject({ type: 'OUTAGE', antenna: 'KDSA' });
    expect(calls.replan.mock.calls[0]?.[2]).toBe('1-1');
    expect(replan.running).toBe(true);
    calls.status.mockResolvedValue(
      view({ status: 'DONE', alternatives: [alternative(1, 6), alternative(2, 8)] }),
    );
    await vi.advanceTimersByTimeAsync(1_000);
    expect(replan.running).toBe(false);
    expect(replan.alternative?.n).toBe(1);
    expect(ui.preview?.diff.changed[0]?.after.bot).toBe(at(6));
    replan.show(2);
    expect(ui.preview?.diff.changed[0]?.after.bot).toBe(at(8));
    replan.show(null);
    expect(ui.preview).toBeNull();
  });

  it('keeps asking while the server is away', async () => {
    vi.useFakeTimers();
    const { replan, calls } = await open();
    replan.addOutage('KDSA', { from: ms(1), to: ms(5) });
    calls.status.mockRejectedValueOnce(new ApiError(0, 'Unreachable', ''));
    await replan.propose();
    calls.status.mockResolvedValue(view({ status: 'DONE', alternatives: [alternative(1, 6)] }));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(replan.alternative?.n).toBe(1);
    expect(replan.error).toBeNull();
  });

  it('makes an answer the schedule, as a step that can be undone', async () => {
    vi.useFakeTimers();
    const { replan, editor, ui, calls } = await open();
    replan.addOutage('KDSA', { from: ms(1), to: ms(5) });
    calls.replan.mockResolvedValue(view({ status: 'DONE', alternatives: [alternative(1, 6)] }));
    await replan.propose();
    calls.accept.mockResolvedValue({
      revision: 2,
      version: '2-2',
      status: 'FEASIBLE',
      value: 10,
      valueDelta: -2,
      bound: null,
      gapPercent: null,
      criticalDelta: 0,
      pass: null,
      violations: [],
      newViolations: [],
      goneViolations: [],
      schedule: alternative(1, 6).schedule,
    });
    await replan.accept(1);
    expect(calls.accept).toHaveBeenCalledWith('s', 'r', 1, '1-1');
    expect(calls.schedule).toHaveBeenCalledTimes(2);
    expect(editor.undoLabel).toBe('replan');
    expect(editor.effect?.valueDelta).toBe(-2);
    expect([replan.drafts, replan.answer, ui.preview]).toEqual([[], null, null]);
  });

  it('shows the faults of a change, and keeps it to be mended', async () => {
    const { replan, calls } = await open();
    replan.addOutage('KDSA', { from: ms(5), to: ms(1) });
    const faults = [{ pointer: '/changes/0/end', value: at(1), message: 'end is not after start.' }];
    calls.replan.mockRejectedValue(new ApiError(422, 'x', '1 fault', faults));
    await replan.propose();
    expect(replan.error).toBe('1 fault');
    expect(replan.faults).toEqual(faults);
    expect(replan.drafts).toHaveLength(1);
    expect(replan.posting).toBe(false);
  });

  it('drops its answers on the server too, and keeps what changed', async () => {
    const { replan, ui, calls } = await open();
    replan.addOutage('KDSA', { from: ms(1), to: ms(5) });
    calls.replan.mockResolvedValue(view({ status: 'DONE', alternatives: [alternative(1, 6)] }));
    await replan.propose();
    await replan.drop();
    expect(calls.drop).toHaveBeenCalledWith('s', 'r');
    expect([replan.answer, ui.preview]).toEqual([null, null]);
    expect(replan.drafts).toHaveLength(1);
  });

  it('asks once however often it is told to while it still drops the answers before', async () => {
    const { replan, calls } = await open();
    replan.addOutage('KDSA', { from: ms(1), to: ms(5) });
    calls.replan.mockResolvedValue(view({ status: 'DONE', alternatives: [alternative(1, 6)] }));
    await replan.propose();
    await Promise.all([replan.propose(), replan.propose()]);
    expect(calls.replan).toHaveBeenCalledTimes(2);
    expect(calls.drop).toHaveBeenCalledTimes(1);
  });

  it('drops answers for a schedule that is not open any more', async () => {
    const { replan, session, calls } = await open();
    replan.addOutage('KDSA', { from: ms(1), to: ms(5) });
    calls.replan.mockImplementation(async () => {
      session.status = session.status && { ...session.status, id: 'other' };
      return view({ status: 'DONE', alternatives: [alternative(1, 6)] });
    });
    await replan.propose();
    expect(calls.drop).toHaveBeenCalledWith('s', 'r');
    expect([replan.answer, replan.error, replan.posting]).toEqual([null, null, false]);
  });

  it('leaves what somebody else shows in place of an alternative', async () => {
    const { replan, ui, calls } = await open();
    replan.addOutage('KDSA', { from: ms(1), to: ms(5) });
    calls.replan.mockResolvedValue(view({ status: 'DONE', alternatives: [alternative(1, 6)] }));
    await replan.propose();
    const place = { key: 'A/1, place 0', title: 'A/1', diff: { added: [], removed: [], changed: [] } };
    ui.preview = place;
    expect(replan.alternative).toBeNull();
    await replan.drop();
    expect(ui.preview).toBe(place);
  });

  it('fetches the schedule anew when an answer is to a revision that is not the present one any more', async () => {
    const { replan, calls } = await open();
    replan.addOutage('KDSA', { from: ms(1), to: ms(5) });
    calls.replan.mockResolvedValue(view({ status: 'DONE', alternatives: [alternative(1, 6)] }));
    await replan.propose();
    calls.accept.mockRejectedValue(new ApiError(409, 'x', 'Another revision is present.'));
    await replan.accept(1);
    expect(replan.error).toBe('Another revision is present.');
    expect(replan.answer).toBeNull();
    expect(calls.schedule).toHaveBeenCalledTimes(2);
  });
});
