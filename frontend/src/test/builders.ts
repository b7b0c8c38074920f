import type { Problem, Schedule, Track, TrackRequest, ViewPeriod } from '../api/types';

/** Small authored data for the unit tests: one antenna, two spacecraft, 7 December 2026. */

export const at = (hour: number, minute = 0) =>
  new Date(Date.UTC(2026, 11, 7, hour, minute)).toISOString().replace('.000Z', 'Z');

export const ms = (hour: number, minute = 0) => Date.UTC(2026, 11, 7, hour, minute);

export function problem(fields: Partial<Problem> = {}): Problem {
  return {
    schemaVersion: 1,
    name: 'Small',
    horizon: { start: at(0), end: at(48) },
    antennas: [
      {
        id: 'KDSA',
        name: 'Korean Deep Space Antenna',
        elevationMask: [{ azimuthDeg: 0, elevationDeg: 10 }],
        unavailable: [{ start: at(9), end: at(12), reason: 'maintenance' }],
      },
    ],
    spacecraft: [
      { id: 'KPLO', name: 'Danuri', mission: 'KPLO' },
      { id: 'LRO', name: 'LRO', mission: 'LRO' },
    ],
    solver: { timeLimit: 'PT30S', seed: 3 },
    ...fields,
  };
}

export function request(id: string, fields: Partial<TrackRequest> = {}): TrackRequest {
  return {
    id,
    series: id.split('/')[0] as string,
    spacecraft: 'KPLO',
    mission: 'KPLO',
    service: 'TELEMETRY',
    band: 'X',
    uplink: false,
    antennas: [['KDSA']],
    window: { start: at(0), end: at(24) },
    minDuration: 'PT2H',
    preferredDuration: 'PT4H',
    setup: 'PT30M',
    teardown: 'PT15M',
    priority: 3,
    critical: false,
    ...fields,
  };
}

export function track(id: string, bot: number, eot: number, fields: Partial<Track> = {}): Track {
  return {
    id,
    request: id.split('#')[0] as string,
    spacecraft: 'KPLO',
    antennas: ['KDSA'],
    boa: at(bot, -30),
    bot: at(bot),
    eot: at(eot),
    eoa: at(eot, 15),
    pinned: false,
    ...fields,
  };
}

export function viewPeriod(aos: number, los: number, fields: Partial<ViewPeriod> = {}): ViewPeriod {
  return {
    antenna: 'KDSA',
    spacecraft: 'KPLO',
    aos: at(aos),
    los: at(los),
    peak: at((aos + los) / 2),
    peakElevationDeg: 50,
    ...fields,
  };
}

export function schedule(fields: Partial<Schedule> = {}): Schedule {
  return {
    schemaVersion: 1,
    problem: 'Small',
    status: 'FEASIBLE',
    value: 12,
    bound: 12.5,
    gapPercent: 4,
    critical: { satisfied: 0, requests: 0 },
    figures: {
      trackedHours: 4,
      requestedHours: 8,
      satisfied: 1,
      requests: 2,
      uRms: 0.5,
      uMax: 0.5,
      missions: [{ mission: 'KPLO', trackedHours: 4, requestedHours: 8, satisfied: 1, requests: 2 }],
    },
    tracks: [],
    unscheduled: [],
    short: [],
    violations: [],
    ...fields,
  };
}
