import type { Reason, Schedule, Track, Violation } from '../api/types';
import { HOUR, type Span } from '../lib/time';
import type { Selection } from './hash';
import type { Craft, Curve, Request, World } from './world';

/** A track as the page draws it: antenna occupied in [boa, eoa), tracking in [bot, eot). */
export interface Pass {
  id: string;
  request: string;
  /** The request's id; with the number of the track when the request has several. */
  label: string;
  craft: Craft;
  antennas: string[];
  boa: number;
  bot: number;
  eot: number;
  eoa: number;
  pinned: boolean;
  critical: boolean;
  short: boolean;
  /** The view period of the first antenna that holds the track. */
  curve: Curve | null;
}

export type OutcomeState = 'unscheduled' | 'short' | 'scheduled';

/** What a request got. */
export interface Outcome {
  request: Request;
  state: OutcomeState;
  hours: number;
  preferredHours: number;
  reasons: Reason[];
  passes: Pass[];
}

/** A schedule, indexed for drawing. */
export interface Plan {
  schedule: Schedule;
  passes: Pass[];
  passById: Map<string, Pass>;
  outcomes: Outcome[];
  outcomeById: Map<string, Outcome>;
  violations: Violation[];
}

export function findCurve(
  curves: readonly Curve[],
  pass: { request: string; craft: Craft; antenna: string } & Span,
) {
  return (
    curves.find(
      (curve) =>
        curve.antenna === pass.antenna &&
        curve.craft.id === pass.craft.id &&
        (curve.request === null || curve.request === pass.request) &&
        // Milliseconds of the view period's ends are rounded inwards for tracks, never outwards.
        curve.from <= pass.from &&
        curve.to >= pass.to,
    ) ?? null
  );
}

function indexCurves(curves: readonly Curve[]): Map<string, Curve[]> {
  const index = new Map<string, Curve[]>();
  for (const curve of curves) {
    const key = `${curve.antenna}\n${curve.craft.id}`;
    const list = index.get(key);
    if (list) {
      list.push(curve);
    } else {
      index.set(key, [curve]);
    }
  }
  return index;
}

/** A track by itself, without what the rest of its schedule says about it. */
export function passOf(world: World, track: Track): Pass {
  const craft = world.crafts.get(track.spacecraft) ?? {
    id: track.spacecraft,
    name: track.spacecraft,
    mission: {
      id: track.spacecraft,
      name: track.spacecraft,
      style: world.missions[0]?.style ?? FALLBACK,
    },
  };
  return {
    id: track.id,
    request: track.request,
    label: track.request,
    craft,
    antennas: track.antennas,
    boa: Date.parse(track.boa),
    bot: Date.parse(track.bot),
    eot: Date.parse(track.eot),
    eoa: Date.parse(track.eoa),
    pinned: track.pinned,
    critical: world.requests.get(track.request)?.critical ?? false,
    short: false,
    curve: null,
  };
}

export function buildPlan(world: World, schedule: Schedule): Plan {
  const curves = indexCurves(world.curves);
  const counts = new Map<string, number>();
  for (const track of schedule.tracks) {
    counts.set(track.request, (counts.get(track.request) ?? 0) + 1);
  }
  const short = new Map(schedule.short.map((entry) => [entry.request, entry]));
  const passes = schedule.tracks
    .map((track): Pass => {
      const pass = passOf(world, track);
      return {
        ...pass,
        label: (counts.get(track.request) ?? 1) > 1 ? track.id : track.request,
        short: short.has(track.request),
        curve: findCurve(curves.get(`${pass.antennas[0] ?? ''}\n${pass.craft.id}`) ?? [], {
          request: pass.request,
          craft: pass.craft,
          antenna: pass.antennas[0] ?? '',
          from: pass.bot,
          to: pass.eot,
        }),
      };
    })
    .sort((a, b) => a.bot - b.bot || (a.id < b.id ? -1 : 1));
  const byRequest = new Map<string, Pass[]>();
  for (const pass of passes) {
    const list = byRequest.get(pass.request);
    if (list) {
      list.push(pass);
    } else {
      byRequest.set(pass.request, [pass]);
    }
  }
  const unscheduled = new Map(schedule.unscheduled.map((entry) => [entry.request, entry]));
  const outcomes = [...world.requests.values()].map((request): Outcome => {
    const own = byRequest.get(request.id) ?? [];
    const less = short.get(request.id);
    const tracked = own.reduce((sum, pass) => sum + (pass.eot - pass.bot), 0) / HOUR;
    return {
      request,
      state: own.length === 0 ? 'unscheduled' : less ? 'short' : 'scheduled',
      hours: less?.hours ?? tracked,
      preferredHours: request.preferredMs / HOUR,
      reasons: less?.reasons ?? unscheduled.get(request.id)?.reasons ?? [],
      passes: own,
    };
  });
  return {
    schedule,
    passes,
    passById: new Map(passes.map((pass) => [pass.id, pass])),
    outcomes,
    outcomeById: new Map(outcomes.map((outcome) => [outcome.request.id, outcome])),
    violations: schedule.violations ?? [],
  };
}

const FALLBACK = { colour: '#6b7682', ink: '#ffffff', shape: 'circle' } as const;

/** The outcomes of a list tab that match a search over ids, names, services and reasons; criticals first. */
export type Tab = OutcomeState | 'critical';

export const TABS: readonly Tab[] = ['unscheduled', 'short', 'scheduled', 'critical'];

export function inTab(outcome: Outcome, tab: Tab): boolean {
  return tab === 'critical' ? outcome.request.critical : outcome.state === tab;
}

export function matches(outcome: Outcome, words: readonly string[]): boolean {
  if (words.length === 0) {
    return true;
  }
  const { request } = outcome;
  const text = [
    request.id,
    request.craft.name,
    request.craft.mission.id,
    request.service,
    ...request.antennas.flat(),
    ...outcome.reasons.map((reason) => reason.text),
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Those whose own id has every word come before those that only mention them. */
export function bestFirst(outcomes: readonly Outcome[], words: readonly string[]): readonly Outcome[] {
  if (words.length === 0) {
    return outcomes;
  }
  const own = (outcome: Outcome) => words.every((word) => outcome.request.id.toLowerCase().includes(word));
  return [...outcomes.filter(own), ...outcomes.filter((outcome) => !own(outcome))];
}

export function searchWords(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** What an id of the server's texts selects: a track, or a request by its only track, or the request itself. */
export function selectionOf(plan: Plan | null, id: string): Selection | null {
  if (plan?.passById.has(id)) {
    return { kind: 'pass', id };
  }
  const outcome = plan?.outcomeById.get(id);
  if (!outcome) {
    return null;
  }
  const only = outcome.passes.length === 1 ? outcome.passes[0] : undefined;
  return only ? { kind: 'pass', id: only.id } : { kind: 'request', id };
}
