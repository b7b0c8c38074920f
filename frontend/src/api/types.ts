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
  /** Least Sun–Earth–probe angle by band, degrees. */
  minSepDeg?: Record<string, number> | null;
  unavailable?: Unavailability[] | null;
}

export interface Spacecraft {
  id: string;
  name?: string | null;
  mission?: string | null;
  [key: string]: unknown;
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
  exclude?: TimeInterval[];
  split?: { maxTracks: number; minTrackDuration: string };
  mspa?: boolean;
  exclusive?: 'SPACECRAFT' | 'MISSION' | 'NONE';
}

export interface ViewPeriodSamples {
  start: string;
  stepS: number;
  azDeg: number[];
  elDeg: number[];
  rangeKm?: number[];
  rangeRateKmPerS?: number[];
  /** These where the sky was asked for. */
  sepDeg?: number[];
  sunAzDeg?: number[];
  sunElDeg?: number[];
  moonAzDeg?: number[];
  moonElDeg?: number[];
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
  /** Intervals by band and direction (`X/RX`); a key that is absent is usable throughout. */
  usable?: Record<string, [string, string][]>;
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
  owner?: string;
  /** The present revision, 0 while there is none. */
  revision?: number;
  publishedRevision?: number | null;
}

export interface ScheduleView extends StatusView {
  /** The answer's entity tag without its quotes: what `If-Match` takes. */
  version: string | null;
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

/** One of several edits, done one after the other. */
export type Edit =
  | { type: 'ADD'; request: string; antennas: string[]; bot: string; eot: string; pinned?: boolean }
  | { type: 'CHANGE'; pass: string; antennas?: string[]; bot?: string; eot?: string; pinned?: boolean }
  | { type: 'REMOVE'; pass: string };

/** What edits make of a schedule; `revision` and `version` are null where they were only tried out. */
export interface EditView {
  revision: number | null;
  version: string | null;
  status: Schedule['status'];
  value: number;
  valueDelta: number;
  bound: number | null;
  gapPercent: number | null;
  criticalDelta: number;
  pass: Track | null;
  violations: Violation[];
  newViolations: Violation[];
  goneViolations: string[];
  schedule: Schedule;
}

export interface ChangedTrack {
  id: string;
  before: Track;
  after: Track;
  moved: boolean;
  repinned: boolean;
}

export interface RevisionDiff {
  from: number;
  to: number;
  valueDelta: number;
  added: Track[];
  removed: Track[];
  changed: ChangedTrack[];
}

export interface RevisionItem {
  revision: number;
  createdAt: string;
  author: string;
  reason: string;
  kind: string;
  problemVariant: number;
  status: Schedule['status'] | null;
  value: number | null;
  name: string | null;
}

/** What a refused edit (412) says beside its text: the present version and what was done since. */
export interface StaleDetails {
  version: string;
  revision?: number;
  revisions?: RevisionItem[];
  changes?: RevisionDiff;
}

/** A place that was tried out: with its tracks there, and the displaced ones moved, cut or dropped. */
export interface TriedPlace {
  tracks: Track[];
  displaced: string[];
  valueChange: number;
  criticalChange: number;
}

export interface ExplainedPeriod extends TimeInterval {
  antennas: string[];
  code: string;
  text: string;
  blockedBy: string[];
  price: number | null;
  place: TriedPlace | null;
}

export interface Relaxation {
  kind: string;
  text: string;
  cost: number | null;
  place: TriedPlace;
}

export interface Explanation {
  request: string;
  hours: number;
  minHours: number;
  preferredHours: number;
  reasons: Reason[];
  periods: ExplainedPeriod[];
  relaxations: Relaxation[];
  tracks: { track: Track; why: string; next: TriedPlace | null }[];
  backup: TriedPlace | null;
}

/** A place that was tried out; `edits` lead there. */
export interface RankedPlace {
  antennas: string[];
  bot: string;
  eot: string;
  tracks: Track[];
  valueDelta: number;
  criticalDelta: number;
  displaces: string[];
  violations: Violation[];
  edits: Edit[];
}

export type Change =
  | { type: 'OUTAGE'; antenna: string; start: string; end: string; reason?: string }
  | { type: 'SLIP'; spacecraft: string; by: string }
  | { type: 'WITHDRAW'; request: string }
  | { type: 'ADD_REQUEST'; request: Record<string, unknown> };

export interface ChangeFile {
  at: string;
  freezeUntil?: string;
  changes: Change[];
  alternatives?: number;
  timeLimit?: string;
  stepLimit?: number;
}

export interface Alternative {
  n: number;
  value: number;
  valueDelta: number;
  changeCost: number;
  tracksChanged: number;
  bound: number | null;
  gapPercent: number | null;
  status: Schedule['status'];
  changes: { kind: string; request: string; pass: string | null; drifted: boolean; why: string | null }[];
  drifted: string[];
  violations: Violation[];
  schedule: Schedule;
}

/** What each step of an antenna's time costs, by the prices of the bound; no antenna while there is none. */
export interface AntennaPrices {
  start: string;
  stepS: number;
  antennas: Record<string, number[]>;
}

export interface ReplanView {
  id: string;
  status: 'RUNNING' | 'DONE' | 'FAILED';
  error: string | null;
  baseRevision: number;
  change: ChangeFile;
  notes: string[];
  alternatives: Alternative[];
}
