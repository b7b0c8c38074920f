import type {
  Antenna,
  MaskPoint,
  Problem,
  TrackRequest,
  Unavailability,
  ViewPeriod,
  ViewPeriodSamples,
} from '../api/types';
import { styleOf, type Style } from '../lib/palette';
import { parseDuration, toSpan, type Span } from '../lib/time';

/** What of a schedule stays while it is solved: the problem, its requests and view periods, indexed for drawing. */
export interface World {
  name: string;
  horizon: Span;
  antennas: Dish[];
  missions: Mission[];
  crafts: Map<string, Craft>;
  requests: Map<string, Request>;
  curves: Curve[];
}

export interface Mission {
  id: string;
  name: string;
  style: Style;
}

export interface Craft {
  id: string;
  name: string;
  mission: Mission;
}

export interface Closure extends Span {
  reason: string;
}

export interface Dish {
  id: string;
  name: string;
  mask: MaskPoint[];
  closures: Closure[];
}

export interface Request {
  id: string;
  craft: Craft;
  service: string;
  band: string | null;
  uplink: boolean;
  /** Alternatives, each a set of antennas that track together. */
  antennas: string[][];
  window: Span;
  minMs: number;
  preferredMs: number;
  setupMs: number;
  teardownMs: number;
  priority: number;
  critical: boolean;
  /** Intervals of the window in which it must not be tracked. */
  exclude: Span[];
  /** The shortest track that serves it: `minMs`, or less when it may be split. */
  shortestMs: number;
  maxTracks: number;
  /** May share an antenna's beam with others. */
  mspa: boolean;
  exclusive: 'SPACECRAFT' | 'MISSION' | 'NONE';
}

/** Directions through a view period; all arrays have the same length, the last entry is at LOS. */
export interface Samples {
  times: Float64Array;
  elDeg: Float64Array;
  azDeg: Float64Array;
}

/** A view period with its curve. */
export interface Curve extends Span {
  antenna: string;
  craft: Craft;
  /** Set when the view period was given for one request only. */
  request: string | null;
  peak: number | null;
  peakDeg: number | null;
  minRangeKm: number | null;
  minSepDeg: number | null;
  samples: Samples | null;
  /** Intervals by band and direction (`X/RX`); a key that is absent is usable throughout. */
  usable: Map<string, Span[]>;
  /** In which the antenna may transmit, when that was given. */
  transmit: Span | null;
}

export function buildWorld(problem: Problem, requests: TrackRequest[], viewPeriods: ViewPeriod[]): World {
  const horizon = toSpan(problem.horizon);
  const missions = new Map<string, Mission>();
  const crafts = new Map<string, Craft>();
  const sizes = new Map<string, number>();
  for (const craft of problem.spacecraft) {
    const id = craft.mission ?? craft.id;
    sizes.set(id, (sizes.get(id) ?? 0) + 1);
  }
  const addCraft = (id: string, name: string, missionId: string): Craft => {
    let mission = missions.get(missionId);
    if (!mission) {
      // A mission of one spacecraft goes by the name planners say.
      const missionName = (sizes.get(missionId) ?? 1) === 1 ? name : missionId;
      mission = { id: missionId, name: missionName, style: styleOf(missions.size) };
      missions.set(missionId, mission);
    }
    const craft = { id, name, mission };
    crafts.set(id, craft);
    return craft;
  };
  for (const craft of problem.spacecraft) {
    addCraft(craft.id, craft.name ?? craft.id, craft.mission ?? craft.id);
  }
  const craftByRequest = new Map(requests.map((request) => [request.id, request.spacecraft]));
  const craftOf = (id: string, mission = id) => crafts.get(id) ?? addCraft(id, id, mission);
  return {
    name: problem.name,
    horizon,
    antennas: problem.antennas.map((antenna) => buildDish(antenna, horizon)),
    requests: new Map(
      requests.map((request) => [
        request.id,
        buildRequest(request, craftOf(request.spacecraft, request.mission)),
      ]),
    ),
    curves: viewPeriods.map((period) =>
      buildCurve(period, craftOf(period.spacecraft ?? craftByRequest.get(period.request ?? '') ?? '')),
    ),
    missions: [...missions.values()],
    crafts,
  };
}

function buildDish(antenna: Antenna, horizon: Span): Dish {
  return {
    id: antenna.id,
    name: antenna.name ?? antenna.complex ?? '',
    mask: antenna.elevationMask ?? [],
    closures: (antenna.unavailable ?? []).flatMap((closure) => repeat(closure, horizon)),
  };
}

/** The intervals of an unavailability within the horizon, its repetition unrolled. */
export function repeat(unavailability: Unavailability, horizon: Span): Closure[] {
  const first = toSpan(unavailability);
  const reason = unavailability.reason ?? '';
  const every = unavailability.every ? parseDuration(unavailability.every) : NaN;
  const count = every > 0 ? Math.max(1, Math.ceil((horizon.to - first.from) / every)) : 1;
  return Array.from({ length: count }, (_, k) => ({
    from: first.from + (k && k * every),
    to: first.to + (k && k * every),
    reason,
  })).filter((closure) => closure.to > horizon.from && closure.from < horizon.to);
}

function buildRequest(request: TrackRequest, craft: Craft): Request {
  return {
    id: request.id,
    craft,
    service: request.service,
    band: request.band ?? null,
    uplink: request.uplink,
    antennas: request.antennas,
    window: toSpan(request.window),
    minMs: parseDuration(request.minDuration),
    preferredMs: parseDuration(request.preferredDuration),
    setupMs: parseDuration(request.setup),
    teardownMs: parseDuration(request.teardown),
    priority: request.priority,
    critical: request.critical,
    exclude: (request.exclude ?? []).map(toSpan),
    shortestMs: parseDuration(request.split?.minTrackDuration ?? request.minDuration),
    maxTracks: request.split?.maxTracks ?? 1,
    mspa: request.mspa ?? false,
    exclusive: request.exclusive ?? 'SPACECRAFT',
  };
}

function buildCurve(period: ViewPeriod, craft: Craft): Curve {
  const from = Date.parse(period.aos);
  const to = Date.parse(period.los);
  return {
    from,
    to,
    antenna: period.antenna,
    craft,
    request: period.request ?? null,
    peak: period.peak ? Date.parse(period.peak) : null,
    peakDeg: period.peakElevationDeg ?? null,
    minRangeKm: period.minRangeKm ?? null,
    minSepDeg: period.minSepDeg ?? null,
    samples: period.samples ? buildSamples(period.samples, to) : null,
    usable: new Map(
      Object.entries(period.usable ?? {}).map(([key, spans]) => [
        key,
        spans.map(([start, end]) => ({ from: Date.parse(start), to: Date.parse(end) })),
      ]),
    ),
    transmit:
      period.transmitOn && period.transmitOff
        ? { from: Date.parse(period.transmitOn), to: Date.parse(period.transmitOff) }
        : null,
  };
}

export function buildSamples(samples: ViewPeriodSamples, los: number): Samples | null {
  const count = Math.min(samples.azDeg.length, samples.elDeg.length);
  if (count < 2) {
    return null;
  }
  const start = Date.parse(samples.start);
  const times = Float64Array.from({ length: count }, (_, k) => start + k * samples.stepS * 1000);
  times[count - 1] = los;
  return {
    times,
    elDeg: Float64Array.from(samples.elDeg.slice(0, count)),
    azDeg: Float64Array.from(samples.azDeg.slice(0, count)),
  };
}

/** Mask elevation at an azimuth: linear between the points, wrapping at 360 degrees; 0 without a mask. */
export function maskAt(mask: readonly MaskPoint[], azimuthDeg: number): number {
  const first = mask[0];
  const last = mask.at(-1);
  if (!first || !last) {
    return 0;
  }
  const az = ((azimuthDeg % 360) + 360) % 360;
  const after = mask.findIndex((point) => point.azimuthDeg > az);
  const right = after < 0 ? { ...first, azimuthDeg: first.azimuthDeg + 360 } : (mask[after] as MaskPoint);
  const left =
    after > 0
      ? (mask[after - 1] as MaskPoint)
      : after < 0
        ? last
        : { ...last, azimuthDeg: last.azimuthDeg - 360 };
  const width = right.azimuthDeg - left.azimuthDeg;
  const share = width > 0 ? (az - left.azimuthDeg) / width : 0;
  return left.elevationDeg + share * (right.elevationDeg - left.elevationDeg);
}

/** Direction at a time by linear interpolation between samples (azimuth the short way round); null outside them. */
export function directionAt(samples: Samples, time: number): { elDeg: number; azDeg: number } | null {
  const { times, elDeg, azDeg } = samples;
  const count = times.length;
  const first = times[0] as number;
  const last = times[count - 1] as number;
  if (time < first || time > last) {
    return null;
  }
  let low = 0;
  let high = count - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= time) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const width = (times[high] as number) - (times[low] as number);
  const share = width > 0 ? (time - (times[low] as number)) / width : 0;
  const turn = (((azDeg[high] as number) - (azDeg[low] as number) + 540) % 360) - 180;
  return {
    elDeg: (elDeg[low] as number) + share * ((elDeg[high] as number) - (elDeg[low] as number)),
    azDeg: ((((azDeg[low] as number) + share * turn) % 360) + 360) % 360,
  };
}
