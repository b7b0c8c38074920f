import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../api/client';
import { ApiError } from '../api/faults';
import type { RevisionItem, ScheduleView } from '../api/types';
import { Revisions } from './revisions.svelte';
import { Session } from './session.svelte';
import { problem, schedule } from '../test/builders';

function item(revision: number, fields: Partial<RevisionItem> = {}): RevisionItem {
  return {
    revision,
    createdAt: '2026-12-01T00:00:00Z',
    author: 'kim',
    reason: 'moved a pass',
    kind: 'EDIT',
    problemVariant: 1,
    status: 'FEASIBLE',
    value: 10,
    name: null,
    ...fields,
  };
}

async function opened(answers: Partial<Record<keyof Client, unknown>>) {
  const view = {
    id: 's',
    status: 'SOLVED',
    createdAt: '2026-12-01T00:00:00Z',
    revision: 3,
    publishedRevision: null,
    version: '3-9',
    problem: problem(),
    requests: [],
    viewPeriods: [],
    schedule: schedule(),
  } as unknown as ScheduleView;
  const client = {
    schedule: vi.fn(async () => view),
    revisions: vi.fn(async () => [item(1), item(2), item(3)]),
    diff: vi.fn(async (_id: string, from: number, to: number) => ({
      from,
      to,
      valueDelta: 0,
      added: [],
      removed: [],
      changed: [],
    })),
    nameRevision: vi.fn(async (_id: string, revision: number, name: string) => item(revision, { name })),
    publish: vi.fn(async () => view),
    ...answers,
  };
  const session = new Session(client as unknown as Client);
  await session.open('s');
  const revisions = new Revisions(session);
  await revisions.follow('s', 3);
  return { client, session, revisions };
}

describe('Revisions', () => {
  it('lists the newest first and takes a name', async () => {
    const { revisions } = await opened({});
    expect(revisions.list.map(({ revision }) => revision)).toEqual([3, 2, 1]);
    expect(await revisions.name(2, 'before the outage')).toBe(true);
    expect(revisions.list[1]?.name).toBe('before the outage');
  });

  it('says why a name is refused and keeps the old one', async () => {
    const { revisions, session } = await opened({
      nameRevision: async () => Promise.reject(new ApiError(422, 'Unprocessable', 'name ( ) is no name.')),
    });
    expect(await revisions.name(2, ' ')).toBe(false);
    expect(session.message).toBe('name ( ) is no name.');
    expect(revisions.list[1]?.name).toBeNull();
  });

  it('carries a comparison with the present revision along, and leaves one of two old ones alone', async () => {
    const { revisions, client } = await opened({});
    await revisions.compare(1, 3);
    await revisions.follow('s', 4);
    expect(revisions.diff).toMatchObject({ from: 1, to: 4 });
    await revisions.compare(1, 2);
    await revisions.follow('s', 5);
    expect(revisions.diff).toMatchObject({ from: 1, to: 2 });
    expect(client.diff).toHaveBeenCalledTimes(3);
    await revisions.follow('other', 1);
    expect(revisions.diff).toBeNull();
  });

  it('fetches what others did when it publishes too late, and says so', async () => {
    const { revisions, session, client } = await opened({
      publish: async () => Promise.reject(new ApiError(412, 'Stale', 'The schedule has changed.')),
    });
    await revisions.publish(item(2));
    expect(session.message).toBe('The schedule has changed.');
    expect(client.schedule).toHaveBeenCalledTimes(2);
  });

  it('asks before it publishes what breaks rules', async () => {
    const { revisions, client } = await opened({});
    const broken = item(3, { status: 'INFEASIBLE' });
    await revisions.publish(broken);
    expect(client.publish).not.toHaveBeenCalled();
    expect(revisions.doubtful).toEqual(broken);
    await revisions.publish(broken, true);
    expect(client.publish).toHaveBeenCalledWith('s', 3, true, '3-9');
    expect(revisions.doubtful).toBeNull();
    await revisions.publish(item(2));
    expect(client.publish).toHaveBeenLastCalledWith('s', 2, false, '3-9');
  });
});
