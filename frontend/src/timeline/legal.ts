import { intersect, subtract, union, type Spans } from '../lib/spans';
import { SECOND, type Span } from '../lib/time';
import type { Pass, Plan } from '../state/plan';
import type { Curve, Request, World } from '../state/world';

/** Where a request can be tracked with one set of antennas. */
export interface LegalPlace {
  antennas: string[];
  /** Where [bot, eot) lies in view, in the window, with nothing in its way; each at least the shortest track. */
  free: Span[];
  /** Where it lies in view and in the window, whoever holds the antenna. */
  seen: Span[];
}

/**
 * The places of a request as the view periods, its window, closures and the other passes leave them. A help for the
 * eye: slew, ties and complex limits are the server's to judge, which scores every placement.
 *
 * @param moving the pass that is being moved, which is in nobody's way
 */
export function legalPlaces(
  world: World,
  plan: Plan | null,
  request: Request,
  moving: string | null,
): LegalPlace[] {
  const others = (plan?.passes ?? []).filter((pass) => pass.id !== moving);
  const window = subtract(intersect([request.window], [world.horizon]), union(request.exclude));
  const craft = union(others.filter((pass) => excludes(request, pass)).map((pass) => tracking(pass)));
  return request.antennas.map((antennas) => {
    const seen = antennas.reduce<Spans>(
      (spans, antenna) => intersect(spans, inView(world, request, antenna)),
      window,
    );
    const taken = antennas.flatMap((antenna) => occupied(world, plan, others, request, antenna));
    const free = subtract(subtract(seen, union(taken)), craft);
    const longEnough = ({ from, to }: Span) => to - from >= request.shortestMs;
    return { antennas, free: free.filter(longEnough), seen: seen.filter(longEnough) };
  });
}

/** Usable for the request's band, both ways when it needs the uplink; whole seconds, as tracks are. */
function inView(world: World, request: Request, antenna: string): Span[] {
  return union(
    world.curves
      .filter(
        (curve) =>
          curve.antenna === antenna &&
          curve.craft.id === request.craft.id &&
          (curve.request === null || curve.request === request.id),
      )
      .flatMap((curve) => usable(curve, request))
      .map(({ from, to }) => ({
        from: Math.ceil(from / SECOND) * SECOND,
        to: Math.floor(to / SECOND) * SECOND,
      })),
  );
}

function usable(curve: Curve, request: Request): Spans {
  const whole: Spans = [{ from: curve.from, to: curve.to }];
  if (request.band === null) {
    return whole;
  }
  const receive = intersect(whole, curve.usable.get(`${request.band}/RX`) ?? whole);
  if (!request.uplink) {
    return receive;
  }
  const transmit = curve.usable.get(`${request.band}/TX`) ?? whole;
  return intersect(intersect(receive, transmit), curve.transmit ? [curve.transmit] : whole);
}

/** Where the track cannot lie because its activity would run into another one or into a closure. */
function occupied(
  world: World,
  plan: Plan | null,
  others: readonly Pass[],
  request: Request,
  antenna: string,
): Span[] {
  const closures = world.antennas.find((dish) => dish.id === antenna)?.closures ?? [];
  const activities = others
    .filter((pass) => pass.antennas.includes(antenna) && !sharesBeam(plan, request, pass))
    .map((pass) => ({ from: pass.boa, to: pass.eoa }));
  return [...closures, ...activities].map(({ from, to }) => ({
    from: from - request.teardownMs,
    to: to + request.setupMs,
  }));
}

function sharesBeam(plan: Plan | null, request: Request, pass: Pass): boolean {
  return request.mspa && (plan?.outcomeById.get(pass.request)?.request.mspa ?? false);
}

function excludes(request: Request, pass: Pass): boolean {
  switch (request.exclusive) {
    case 'SPACECRAFT':
      return pass.craft.id === request.craft.id;
    case 'MISSION':
      return pass.craft.mission.id === request.craft.mission.id;
    case 'NONE':
      return false;
  }
}

function tracking(pass: Pass): Span {
  return { from: pass.bot, to: pass.eot };
}
