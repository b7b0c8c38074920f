import { describe, expect, it } from 'vitest';
import { problem, request, schedule, track, viewPeriod } from '../test/builders';
import { bestFirst, buildPlan, inTab, matches, searchWords, selectionOf, TABS, type Outcome } from './plan';
import { buildWorld } from './world';

const world = buildWorld(
  problem(),
  [
    request('KPLO-TM/1', { critical: true }),
    request('KPLO-TM/2'),
    request('LRO-RNG/1', { spacecraft: 'LRO', mission: 'LRO', service: 'RANGING' }),
  ],
  [viewPeriod(0, 8), viewPeriod(24, 32), viewPeriod(0, 40, { request: 'OTHER' })],
);
const plan = buildPlan(
  world,
  schedule({
    tracks: [track('KPLO-TM/1#2', 25, 27), track('KPLO-TM/1#1', 2, 3), track('KPLO-TM/2#1', 4, 6)],
    short: [
      {
        request: 'KPLO-TM/2',
        hours: 2,
        preferredHours: 4,
        reasons: [{ code: 'CONTENTION', text: 'KPLO-TM/1 holds the rest', blockedBy: ['KPLO-TM/1'] }],
      },
    ],
    unscheduled: [{ request: 'LRO-RNG/1', reasons: [{ code: 'SEP', text: 'the Sun is 2.1° away' }] }],
  }),
);

describe('buildPlan', () => {
  it('sorts passes by their beginning and labels tracks of a split request apart', () => {
    expect(plan.passes.map((pass) => pass.label)).toEqual(['KPLO-TM/1#1', 'KPLO-TM/2', 'KPLO-TM/1#2']);
  });

  it('finds the view period that holds the track, not one of another request', () => {
    expect(plan.passes.map((pass) => pass.curve?.from)).toEqual([
      world.curves[0]?.from,
      world.curves[0]?.from,
      world.curves[1]?.from,
    ]);
  });

  it('says what every request got', () => {
    expect(plan.outcomes.map(({ request: { id }, state, hours }) => [id, state, hours])).toEqual([
      ['KPLO-TM/1', 'scheduled', 3],
      ['KPLO-TM/2', 'short', 2],
      ['LRO-RNG/1', 'unscheduled', 0],
    ]);
  });

  it('sorts requests into tabs; a critical one is in two', () => {
    const counts = TABS.map((tab) => plan.outcomes.filter((outcome) => inTab(outcome, tab)).length);
    expect(counts).toEqual([1, 1, 1, 1]);
  });
});

describe('the search', () => {
  const find = (query: string) =>
    plan.outcomes.filter((outcome) => matches(outcome, searchWords(query))).map(({ request: { id } }) => id);

  it('looks at ids, names, services, antennas and reasons; every word must be there', () => {
    expect(find('danuri')).toEqual(['KPLO-TM/1', 'KPLO-TM/2']);
    expect(find('ranging kdsa')).toEqual(['LRO-RNG/1']);
    expect(find('holds')).toEqual(['KPLO-TM/2']);
    expect(find('  ')).toHaveLength(3);
    expect(find('danuri ranging')).toEqual([]);
  });
});

describe('bestFirst', () => {
  it('puts the request itself before those that mention it', () => {
    const [one, two, ranging] = plan.outcomes;
    const ids = (query: string) =>
      bestFirst([two, one, ranging] as Outcome[], searchWords(query)).map(({ request: { id } }) => id);
    expect(ids('kplo-tm/1')).toEqual(['KPLO-TM/1', 'KPLO-TM/2', 'LRO-RNG/1']);
    expect(ids('')).toEqual(['KPLO-TM/2', 'KPLO-TM/1', 'LRO-RNG/1']);
  });
});

describe('selectionOf', () => {
  it('leads from the ids in the server’s texts to what can be selected', () => {
    expect(selectionOf(plan, 'KPLO-TM/1#2')).toEqual({ kind: 'pass', id: 'KPLO-TM/1#2' });
    expect(selectionOf(plan, 'KPLO-TM/2')).toEqual({ kind: 'pass', id: 'KPLO-TM/2#1' });
    expect(selectionOf(plan, 'KPLO-TM/1')).toEqual({ kind: 'request', id: 'KPLO-TM/1' });
    expect(selectionOf(plan, 'NOBODY')).toBeNull();
    expect(selectionOf(null, 'KPLO-TM/2')).toBeNull();
  });
});
