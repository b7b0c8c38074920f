import { describe, expect, it } from 'vitest';
import { at, ms, problem, request, schedule, track, viewPeriod } from '../test/builders';
import type { TrackRequest } from '../api/types';
import { buildPlan } from '../state/plan';
import { buildWorld } from '../state/world';
import { legalPlaces } from './legal';

/** Setup 30 min, teardown 15 min, at least 2 h; KDSA is closed from 9 to 12. */
function free(fields: Partial<TrackRequest>, tracks = [track('LRO/1#1', 3, 4, { spacecraft: 'LRO' })]) {
  const world = buildWorld(
    problem(),
    [request('KPLO-TM/1', fields), request('LRO/1', { spacecraft: 'LRO', mission: 'LRO' })],
    [
      viewPeriod(0, 20, {
        usable: {
          'X/RX': [
            [at(0), at(14)],
            [at(15), at(20)],
          ],
          'X/TX': [[at(1), at(20)]],
        },
      }),
    ],
  );
  const plan = buildPlan(world, schedule({ tracks }));
  const asked = world.requests.get('KPLO-TM/1');
  if (!asked) {
    throw new Error('no request');
  }
  return (moving: string | null = null) => legalPlaces(world, plan, asked, moving)[0]?.free;
}

describe('legalPlaces', () => {
  it('leave out closures and other activities, with room for setup and teardown', () => {
    // The other pass occupies 2:30 to 4:15; ours must end 15 min before and begin 30 min after.
    expect(free({})()).toEqual([
      { from: ms(0), to: ms(2, 15) },
      { from: ms(4, 45), to: ms(8, 45) },
      { from: ms(15), to: ms(20) },
    ]);
  });

  it('do not count the pass that is being moved', () => {
    const own = track('KPLO-TM/1#1', 5, 7);
    expect(free({}, [own])()).not.toContainEqual({ from: ms(0), to: ms(8, 45) });
    expect(free({}, [own])('KPLO-TM/1#1')).toContainEqual({ from: ms(0), to: ms(8, 45) });
  });

  it('lie in the window, outside what it excludes, and in the band both ways where it sends', () => {
    const places = free(
      {
        uplink: true,
        window: { start: at(0), end: at(18) },
        exclude: [{ start: at(5), end: at(6) }],
      },
      [],
    )();
    expect(places).toEqual([
      { from: ms(1), to: ms(5) },
      { from: ms(6), to: ms(8, 45) },
      { from: ms(15), to: ms(18) },
    ]);
  });

  it('are as short as a split request allows, and no shorter', () => {
    const window = { start: at(0), end: at(1) };
    expect(free({ window }, [])()).toEqual([]);
    expect(free({ window, split: { maxTracks: 2, minTrackDuration: 'PT1H' } }, [])()).toEqual([
      { from: ms(0), to: ms(1) },
    ]);
  });

  it('do not overlap another track of the spacecraft on any antenna, unless it may', () => {
    const elsewhere = track('OTHER/1#1', 4, 6, { antennas: ['DSS-26'] });
    expect(free({}, [elsewhere])()).toContainEqual({ from: ms(0), to: ms(4) });
    expect(free({ exclusive: 'NONE' }, [elsewhere])()).toContainEqual({ from: ms(0), to: ms(8, 45) });
  });
});
