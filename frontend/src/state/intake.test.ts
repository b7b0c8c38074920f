import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../api/client';
import { ApiError } from '../api/faults';
import { nameOf } from '../api/files';
import { problem } from '../test/builders';
import { flow } from '../timeline/picture';
import { Intake, kindOf } from './intake.svelte';
import { Session } from './session.svelte';

describe('kindOf', () => {
  it.each([
    ['CCSDS_OEM_VERS = 2.0\nCREATION_DATE = 2026-01-01', 'oem'],
    ['\uFEFF  CCSDS_OEM_VERS=3.0', 'oem'],
    ['<?xml version="1.0"?>\n<oem id="CCSDS_OEM_VERS" version="2.0">', 'oem'],
    ['<?xml version="1.0"?>\n<ndm:oem xmlns:ndm="x">', 'oem'],
    ['<?xml version="1.0"?>\n<simpleSchedule>', 'ccsds'],
    [' [ {"subject": 521, "week": 10}]', 'satnet'],
    ['{"schemaVersion": 1}', 'problem'],
    ['what is this', 'problem'],
  ])('reads (%s) as %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

describe('nameOf', () => {
  it('reads plain and encoded names', () => {
    expect(nameOf('attachment; filename="week-r3.ics"')).toBe('week-r3.ics');
    expect(nameOf("attachment; filename*=UTF-8''%EC%9D%BC%EC%A0%95.csv")).toBe('일정.csv');
    expect(nameOf(null)).toBeNull();
  });
});

describe('flow', () => {
  it('breaks lines where the room ends, and never before the first entry of a line', () => {
    expect(flow([60, 60, 300, 10], 150)).toEqual([
      { x: 0, line: 0 },
      { x: 60, line: 0 },
      { x: 0, line: 1 },
      { x: 0, line: 2 },
    ]);
  });
});

describe('Intake', () => {
  const upload = { id: 'ab', createdAt: '', owner: 'kim', coverage: [], warnings: [] };

  function intake(answers: Partial<Record<keyof Client, unknown>>) {
    const client = { saveEphemeris: vi.fn(async () => upload), solve: vi.fn(), ...answers };
    const session = new Session(client as unknown as Client);
    session.problem = problem();
    return { client, session, intake: new Intake(session) };
  }

  const file = (text: string) => new File([text], 'kplo.oem');

  it('keeps an ephemeris, and solves a spacecraft on it when the planner says so', async () => {
    const solve = vi.fn(async (text: string) =>
      Promise.reject(new ApiError(503, 'Busy', `later ${text.length}`)),
    );
    const { intake: taken } = intake({ solve });
    await taken.take([file('CCSDS_OEM_VERS = 2.0')]);
    expect(taken.ephemeris).toEqual({ file: 'kplo.oem', upload });
    await taken.useEphemeris('LRO');
    const [sent] = solve.mock.calls[0] ?? [''];
    const { spacecraft } = JSON.parse(sent) as { spacecraft: Record<string, unknown>[] };
    expect(spacecraft.map(({ trajectory }) => trajectory)).toEqual([
      undefined,
      { type: 'oem', ephemeris: 'ab' },
    ]);
    expect(taken.ephemeris).toBeNull();
  });

  it('shows what is wrong with an ephemeris', async () => {
    const fault = { pointer: '', value: null, message: 'OEM, line 3: is cut off.' };
    const { intake: taken, session } = intake({
      saveEphemeris: async () => Promise.reject(new ApiError(422, 'Unprocessable', 'one fault', [fault])),
    });
    await taken.take([file('CCSDS_OEM_VERS = 2.0')]);
    expect(session.faults?.faults).toEqual([fault]);
    expect(taken.ephemeris).toBeNull();
  });

  const made = { id: 'w10', name: 'W10', format: 'SATNET', warnings: [] };

  it('makes a problem of a SatNet week, its table of maintenance beside it word for word', async () => {
    const importProblem = vi.fn(async () => made);
    const { intake: taken, session } = intake({ importProblem, problems: async () => [made] });
    const table = 'week,year,starttime,endtime,antenna\n10,2018,1,2,DSS-24\n';
    await taken.take([new File([table], 'maintenance.csv'), new File(['[{"duration": 1.10}]'], 'w10.json')]);
    expect(importProblem).toHaveBeenCalledWith(
      '{"requests": [{"duration": 1.10}], "maintenance": ["week,year,starttime,endtime,antenna","10,2018,1,2,DSS-24"]}',
      'satnet',
    );
    expect(taken.imported).toEqual({ file: 'w10.json', problem: made });
    expect(session.problems).toEqual([made]);
  });

  it('reads a CCSDS schedule as one of the open problem', async () => {
    const importProblem = vi.fn(async () => made);
    const saveProblem = vi.fn(async () => ({ id: 'small-2' }));
    const { intake: taken } = intake({ importProblem, saveProblem, problems: async () => [] });
    await taken.take([file('<?xml version="1.0"?><simpleSchedule/>')]);
    expect(saveProblem).toHaveBeenCalledWith(JSON.stringify(problem()));
    expect(importProblem).toHaveBeenCalledWith('<?xml version="1.0"?><simpleSchedule/>', 'ccsds', 'small-2');
  });

  it('says so when files do not go together', async () => {
    const { intake: taken, session } = intake({});
    await taken.take([file('{}'), file('{}')]);
    expect(session.message).toMatch(/do not go together/);
  });
});
