/**
 * The JSON of `/api/v1`, as the server sends it. Times are ISO 8601 UTC with `Z`, durations ISO 8601,
 * numbers carry their unit in the name. Fields the page does not read are left out.
 */

export interface TimeInterval {
  start: string;
  end: string;
}

export interface MaskPoint {
  azimuthDeg: number;
  elevationDeg: number;
}

export interface Unavailability extends TimeInterval {
  reason?: string | null;
  /** Repeats with this period until the horizon's end. */
  every?: string | null;
}

export interface Antenna {
  id: string;
  name?: string | null;
  complex?: string | null;
  elevationMask?: MaskPoint[] | null;
  unavailable?: Unavailability[] | null;
}

export interface Spacecraft {
  id: string;
  name?: string | null;
  mission?: string | null;
}

/** The resolved problem: what was posted, catalogue entries merged in and defaults filled. */
export interface Problem {
  schemaVersion: number;
  name: string;
  description?: string | null;
  tags?: string[];
  horizon: TimeInterval;
  antennas: Antenna[];
  spacecraft: Spacecraft[];
  solver?: { timeLimit?: string; [key: string]: unknown } | null;
  [key: string]: unknown;
}

/** One request after recurrence is expanded. */
export interface TrackRequest {
  id: string;
  series: string;
  spacecraft: string;
  mission: string;
  service: string;
  /** Absent when every band will do. */
  band?: string;
  uplink: boolean;
  /** Alternatives, each an array of antennas that track together. */
  antennas: string[][];
  window: TimeInterval;
  minDuration: string;
  preferredDuration: string;
  setup: string;
  teardown: string;
  priority: number;
  critical: boolean;
}

export interface ViewPeriodSamples {
  start: string;
  stepS: number;
  azDeg: number[];
  elDeg: number[];
  rangeKm?: number[];
  rangeRateKmPerS?: number[];
}

export interface ViewPeriod {
  antenna: string;
  /** Null when it was given for a request instead. */
  spacecraft: string | null;
  request?: string | null;
  aos: string;
  los: string;
  transmitOn?: string | null;
  transmitOff?: string | null;
  peak?: string | null;
  peakElevationDeg?: number | null;
  minRangeKm?: number | null;
  minSepDeg?: number | null;
  samples?: ViewPeriodSamples | null;
}

export interface Track {
  id: string;
  request: string;
  spacecraft: string;
  antennas: string[];
  boa: string;
  bot: string;
  eot: string;
  eoa: string;
  pinned: boolean;
}

export interface Reason {
  code: string;
  text: string;
  blockedBy?: string[];
}

export interface Violation {
  id: string;
  code: string;
  text: string;
  tracks?: string[];
  requests?: string[];
}

export interface MissionFigures {
  mission: string;
  trackedHours: number;
  requestedHours: number;
  satisfied?: number;
  requests?: number;
}

export interface Figures {
  trackedHours: number;
  requestedHours: number;
  satisfied: number;
  requests: number;
  uRms: number;
  uMax: number;
  missions: MissionFigures[];
}

export interface Schedule {
  schemaVersion: number;
  problem: string;
  status: 'FEASIBLE' | 'INFEASIBLE' | 'EMPTY';
  value: number;
  bound: number | null;
  gapPercent: number | null;
  critical: { satisfied: number; requests: number };
  figures: Figures;
  tracks: Track[];
  unscheduled: { request: string; reasons: Reason[] }[];
  short: { request: string; hours: number; preferredHours: number; reasons: Reason[] }[];
  violations?: Violation[];
}

export type JobStatus = 'QUEUED' | 'VISIBILITY' | 'SOLVING' | 'SOLVED' | 'STOPPED' | 'FAILED';

export interface Progress {
  elapsedS: number;
  fraction: number;
  steps: number;
  value: number | null;
  bound: number | null;
  gapPercent: number | null;
}

export interface StatusView {
  id: string;
  status: JobStatus;
  createdAt: string;
  startedAt?: string | null;
  finishedAt?: string | null;
  error?: string | null;
  timeLimit?: string | null;
  progress?: Progress | null;
  warnings?: string[];
}

export interface ScheduleView extends StatusView {
  problem: Problem;
  requests: TrackRequest[];
  viewPeriods: ViewPeriod[];
  schedule: Schedule | null;
}

export interface ScheduleItem {
  id: string;
  problem: string;
  name: string;
  status: JobStatus;
  createdAt: string;
  value: number | null;
  bound: number | null;
  gapPercent: number | null;
}

export interface SchedulePage {
  items: ScheduleItem[];
  nextCursor: string | null;
}

export interface ProblemItem {
  id: string;
  name: string;
  description: string;
  tags: string[];
  horizon: TimeInterval;
  antennas: number;
  spacecraft: number;
  requests: number;
  origin: 'BUNDLED' | 'SAVED';
}

export interface ViewPeriodsAnswer {
  viewPeriods: ViewPeriod[];
  warnings: string[];
}

/** What the `improvement` event carries. */
export interface Improvement {
  progress: Progress;
  schedule: Schedule;
}
