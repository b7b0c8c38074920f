/**
 * The JSON of `/api/v1` under the page's names: `schema.d.ts` is generated from the service's own description
 * (`docs/openapi.json`). Times are ISO 8601 UTC with `Z`, durations ISO 8601, numbers carry their unit in the name.
 */
import type { components } from './schema';

type Schemas = components['schemas'];

/** The page does without these fields, which nodes of other versions may not send. */
type Without<T, Spare extends keyof T> = Omit<T, Spare> & Partial<Pick<T, Spare>>;

/** The same with some fields of the page's own types. */
type With<T, Fields extends { [name in keyof Fields]: name extends keyof T ? unknown : never }> = Omit<
  T,
  keyof Fields
> &
  Fields;

/** Whom the service takes the browser for. */
export type Who = Schemas['Session'];

export type TimeInterval = Schemas['ProblemInterval'];
export type MaskPoint = Schemas['ProblemMaskPoint'];
export type Unavailability = Schemas['ProblemUnavailability'];
export type Antenna = Schemas['ProblemAntenna'];
export type Spacecraft = Schemas['ProblemSpacecraft'];

/** What was posted, catalogue entries merged in and defaults filled. */
export type Problem = Without<Schemas['ResolvedProblem'], 'requests'>;

/** One request after recurrence is expanded. */
export type TrackRequest = Without<Schemas['ExpandedRequest'], 'mspa' | 'exclusive'>;

export type ViewPeriodSamples = Without<Schemas['ViewPeriodSamples'], 'rangeKm' | 'rangeRateKmPerS'>;

export type ViewPeriod = With<
  Without<
    Schemas['ViewPeriod'],
    | 'request'
    | 'transmitOn'
    | 'transmitOff'
    | 'usable'
    | 'peak'
    | 'peakElevationDeg'
    | 'minRangeKm'
    | 'minSepDeg'
    | 'flags'
    | 'given'
  >,
  { samples?: ViewPeriodSamples | null }
>;

export type Track = Schemas['Track'];

/** Its code may be a new one. */
export type Reason = With<Without<Schemas['Reason'], 'blockedBy'>, { code: string }>;

export type Violation = Without<Schemas['Violation'], 'tracks' | 'requests'>;
export type MissionFigures = Without<Schemas['MissionFigures'], 'unsatisfiedFraction'>;
export type Figures = With<Schemas['Figures'], { missions: MissionFigures[] }>;

export type Schedule = With<
  Schemas['Schedule'],
  {
    figures: Figures;
    unscheduled: With<Schemas['Unscheduled'], { reasons: Reason[] }>[];
    short: With<Schemas['Short'], { reasons: Reason[] }>[];
    violations?: Violation[];
  }
>;

export type JobStatus = Schemas['StatusView']['status'];
export type Progress = Schemas['Progress'];

export type StatusView = With<
  Without<
    Schemas['StatusView'],
    | 'startedAt'
    | 'finishedAt'
    | 'error'
    | 'timeLimit'
    | 'warnings'
    | 'owner'
    | 'revision'
    | 'publishedRevision'
  >,
  { progress?: Progress | null }
>;

/** A schedule, and beside it the entity tag that its answer had, without the quotes: what `If-Match` takes. */
export type ScheduleView = StatusView &
  With<
    Pick<Schemas['ScheduleView'], 'problem' | 'requests' | 'viewPeriods' | 'schedule'>,
    { problem: Problem; requests: TrackRequest[]; viewPeriods: ViewPeriod[]; schedule: Schedule | null }
  > & { version: string | null };

export type ScheduleItem = Without<Schemas['ScheduleItem'], 'owner' | 'revision' | 'publishedRevision'>;
export type SchedulePage = With<Schemas['SchedulePage'], { items: ScheduleItem[] }>;
export type ProblemItem = Schemas['ProblemSummary'];
export type ViewPeriodsAnswer = With<Schemas['ViewPeriods'], { viewPeriods: ViewPeriod[] }>;

/** What the `improvement` event carries. */
export type Improvement = With<Schemas['Improvement'], { schedule: Schedule }>;

/** One of several edits, done one after the other. */
export type Edit = Schemas['Edit'];

/** What edits make of a schedule; `revision` and `version` are null where they were only tried out. */
export type EditView = With<
  Schemas['EditView'],
  { violations: Violation[]; newViolations: Violation[]; schedule: Schedule }
>;

export type ChangedTrack = Schemas['ChangedTrack'];
export type RevisionDiff = Schemas['RevisionDiff'];
export type RevisionItem = With<Schemas['RevisionItem'], { kind: string }>;

/** What a refused edit (412) says beside its text: the present version and what was done since. */
export type StaleDetails = With<
  Pick<Schemas['Refusal'], 'version' | 'revision' | 'revisions' | 'changes'>,
  { version: string; revisions?: RevisionItem[] }
>;

/** A place that was tried out: with its tracks there, and the displaced ones moved, cut or dropped. */
export type TriedPlace = Schemas['TriedPlace'];
export type ExplainedPeriod = With<Schemas['ExplainedPeriod'], { code: string }>;
export type Relaxation = With<Without<Schemas['Relaxation'], 'request'>, { kind: string }>;

export type Explanation = With<
  Schemas['Explanation'],
  { reasons: Reason[]; periods: ExplainedPeriod[]; relaxations: Relaxation[] }
>;

/** A place that was tried out; `edits` lead there. */
export type RankedPlace = With<Schemas['RankedPlace'], { violations: Violation[] }>;

export type Change = Schemas['Change'];
export type ChangeFile = Schemas['ReplanBody'];

export type Alternative = With<
  Without<Schemas['Alternative'], 'worth' | 'diff'>,
  {
    changes: With<Without<Schemas['AnsweredTrack'], 'cost'>, { kind: string }>[];
    violations: Violation[];
    schedule: Schedule;
  }
>;

/** What each step of an antenna's time costs, by the prices of the bound; no antenna while there is none. */
export type AntennaPrices = Schemas['AntennaPrices'];
export type ReplanView = With<Without<Schemas['ReplanView'], 'createdAt'>, { alternatives: Alternative[] }>;
