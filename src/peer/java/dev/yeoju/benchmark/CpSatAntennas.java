package dev.yeoju.benchmark;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dev.yeoju.benchmark.CpSatModel.Choice;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Directions;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Intervals;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Pointing;
import dev.yeoju.model.PointingTimes;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Unavailability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an antenna asks of its activities: one at a time with time to repoint between them, or together in its beam.
 *
 * <p>How long repointing takes depends on when it happens. Here it takes, for each pair of passes and each order, as long
 * as it ever does while the one may end and the other begin: never too short, and too long by what the two directions
 * change meanwhile. An antenna on which too many passes meet for that takes its longest repointing, half a turn of the
 * slower axis, after each. Two passes are in one beam by the narrowest width that any request on the antenna needs.
 */
final class CpSatAntennas {
    /** A choice on the antenna. */
    private record Seat(
            CpSatModel.Slot slot, Choice choice, @Nullable PointingTrack pointing) {
        TrackRequest request() {
            return slot.request();
        }

        Interval usable() {
            return choice.opportunity().usable();
        }

        Instant earliestEot() {
            return usable().start().plus(slot.request().minTrackDuration());
        }

        Instant latestBot() {
            return usable().end().minus(slot.request().minTrackDuration());
        }
    }

    /**
     * Repointing from one pass to another.
     *
     * @param from number of the directions of the one
     * @param to number of the directions of the other
     * @param betweenS teardown and setup between their tracks, seconds
     * @param fromS when the earlier track ends at the earliest, seconds from the epoch
     * @param untilS when it ends at the latest, alike
     */
    private record Turn(int from, int to, long betweenS, long fromS, long untilS) {}

    /** @param bothShare whether the beam may hold both; then nothing else keeps their activities from overlapping */
    private record Pair(Seat one, Seat other, boolean bothShare) {}

    private static final long HOUR_S = 3600;
    /** On one antenna: three constraints each are then still a model of some tens of thousands. */
    private static final int MOST_PAIRS = 20_000;

    /** Directions move no more than this between two samples, degrees. */
    private static final double SAMPLE_DEG = 2;

    private static final long LONGEST_STEP_S = 120;

    private final CpSatModel plan;
    private final CpModel model;
    private final ProblemInstance instance;
    private final Directions directions;
    private final Map<PointingTrack, Integer> numbers = new IdentityHashMap<>();
    /** The longest repointing of each turn on the antenna at hand, seconds. */
    private final Map<Turn, Long> slews = new HashMap<>();

    CpSatAntennas(CpSatModel plan, ProblemInstance instance) {
        this.plan = plan;
        this.instance = instance;
        model = plan.model;
        directions = new Directions(instance);
    }

    void add() {
        Map<String, List<Seat>> byAntenna = new HashMap<>();
        plan.demands.values().stream()
                .flatMap(demand -> demand.slots().stream())
                .forEach(slot -> slot.choices().forEach(choice -> seat(byAntenna, slot, choice)));
        for (Antenna antenna : instance.problem().antennas()) {
            List<Seat> seats = byAntenna.getOrDefault(antenna.id(), List.of());
            if (!seats.isEmpty()) {
                add(antenna, seats);
            }
        }
    }

    private void seat(Map<String, List<Seat>> byAntenna, CpSatModel.Slot slot, Choice choice) {
        TrackRequest request = slot.request();
        for (String antenna : choice.opportunity().option().antennas()) {
            PointingTrack pointing =
                    directions.pointing(request, antenna, choice.opportunity().usable());
            byAntenna.computeIfAbsent(antenna, k -> new ArrayList<>()).add(new Seat(slot, choice, pointing));
        }
    }

    private void add(Antenna antenna, List<Seat> seats) {
        seats.sort(Comparator.comparing(seat -> seat.usable().start()));
        List<Pair> meeting = meeting(antenna, seats);
        SlewRate rate = antenna.slewRate();
        long everyS = rate == null || meeting.size() <= MOST_PAIRS ? 0 : rate.longestSeconds();
        boolean eachItsOwn = everyS == 0;
        List<Interval> down = down(antenna);
        List<IntervalVar> whenDown = new ArrayList<>();
        down.forEach(time -> whenDown.add(fixed(time)));
        List<IntervalVar> alone = new ArrayList<>();
        if (eachItsOwn) {
            alone.addAll(whenDown);
        }
        seats.stream().filter(seat -> !shares(antenna, seat)).forEach(seat -> alone.add(activity(seat, everyS)));
        model.addNoOverlap(alone);
        for (Seat seat : seats) {
            if (meets(seat, down) && (shares(antenna, seat) || !eachItsOwn)) {
                List<IntervalVar> beside = new ArrayList<>(whenDown);
                beside.add(activity(seat, 0));
                model.addNoOverlap(beside);
            }
        }
        beam(antenna, seats, alone, everyS);
        slews.clear();
        double narrowestDeg = narrowestDeg(antenna, seats);
        for (Pair pair : meeting) {
            if (eachItsOwn || pair.bothShare()) {
                Seat one = pair.one();
                Seat other = pair.other();
                pair(
                        pair,
                        eachItsOwn ? gapS(rate, one, other) : leastS(one, other) + everyS,
                        eachItsOwn ? gapS(rate, other, one) : leastS(other, one) + everyS,
                        pair.bothShare() ? together(antenna, one, other, narrowestDeg) : List.of());
            }
        }
    }

    private static boolean shares(Antenna antenna, Seat seat) {
        return antenna.mspa() != null && seat.request().mspa();
    }

    private static boolean meets(Seat seat, List<Interval> down) {
        Interval activity = new Interval(
                seat.usable().start().minus(seat.request().setup()),
                seat.usable().end().plus(seat.request().teardown()));
        return down.stream().anyMatch(activity::overlaps);
    }

    /** No more activities at once than the beam holds; one that does not share fills it. */
    private void beam(Antenna antenna, List<Seat> seats, List<IntervalVar> alone, long everyS) {
        Mspa mspa = antenna.mspa();
        if (mspa == null || seats.stream().noneMatch(seat -> seat.request().mspa())) {
            return;
        }
        CumulativeConstraint holds = model.addCumulative(mspa.maxSpacecraft());
        alone.forEach(activity -> holds.addDemand(activity, mspa.maxSpacecraft()));
        seats.stream()
                .filter(seat -> seat.request().mspa())
                .forEach(seat -> holds.addDemand(activity(seat, everyS), 1));
    }

    /** @param moreS how much longer it lasts than to its end */
    private IntervalVar activity(Seat seat, long moreS) {
        Choice choice = seat.choice();
        long setupS = seat.request().setup().toSeconds();
        long afterS = seat.request().teardown().toSeconds() + moreS;
        return model.newOptionalIntervalVar(
                LinearExpr.affine(choice.bot(), 1, -setupS),
                LinearExpr.affine(choice.length(), 1, setupS + afterS),
                LinearExpr.affine(choice.eot(), 1, afterS),
                choice.taken(),
                "");
    }

    /** The pairs whose activities may be so near each other that more than not to overlap may be asked of them. */
    private static List<Pair> meeting(Antenna antenna, List<Seat> seats) {
        SlewRate rate = antenna.slewRate();
        List<Pair> meeting = new ArrayList<>();
        if (rate == null && antenna.mspa() == null) {
            return meeting;
        }
        long reachS = rate == null ? 0 : rate.longestSeconds();
        long aroundS =
                seats.stream().mapToLong(seat -> leastS(seat, seat)).max().orElse(0);
        for (int i = 0; i < seats.size(); i++) {
            Seat one = seats.get(i);
            Instant until = one.usable().end().plusSeconds(2 * aroundS + reachS);
            for (int k = i + 1;
                    k < seats.size() && seats.get(k).usable().start().isBefore(until);
                    k++) {
                Seat other = seats.get(k);
                boolean bothShare = shares(antenna, one) && shares(antenna, other);
                if (one.slot() != other.slot() && (rate != null || bothShare)) {
                    meeting.add(new Pair(one, other, bothShare));
                }
            }
        }
        return meeting;
    }

    /**
     * @param gapS least time from the end of the one's track to the begin of the other's
     * @param backS least time from the end of the other's track to the begin of the one's
     * @param together when the two may be tracked together
     */
    private void pair(Pair pair, long gapS, long backS, List<Interval> together) {
        Seat one = pair.one();
        Seat other = pair.other();
        boolean needed = pair.bothShare() || gapS > leastS(one, other) || backS > leastS(other, one);
        if (!needed || isAlways(one, other, gapS) || isAlways(other, one, backS)) {
            return;
        }
        List<Literal> ways = new ArrayList<>();
        ways.add(one.choice().taken().not());
        ways.add(other.choice().taken().not());
        follow(ways, one, other, gapS);
        follow(ways, other, one, backS);
        together.forEach(time -> share(ways, one, other, time));
        model.addBoolOr(ways);
    }

    private void follow(List<Literal> ways, Seat earlier, Seat later, long gapS) {
        if (later.latestBot().isBefore(earlier.earliestEot().plusSeconds(gapS))) {
            return;
        }
        BoolVar way = model.newBoolVar("");
        model.addGreaterOrEqual(
                        later.choice().bot(), LinearExpr.affine(earlier.choice().eot(), 1, gapS))
                .onlyEnforceIf(way);
        ways.add(way);
    }

    /** Both tracked at some time, and never but within a time that both are in the beam. */
    private void share(List<Literal> ways, Seat one, Seat other, Interval time) {
        BoolVar way = model.newBoolVar("");
        Choice a = one.choice();
        Choice b = other.choice();
        model.addGreaterOrEqual(a.eot(), LinearExpr.affine(b.bot(), 1, 1)).onlyEnforceIf(way);
        model.addGreaterOrEqual(b.eot(), LinearExpr.affine(a.bot(), 1, 1)).onlyEnforceIf(way);
        BoolVar firstBegins = model.newBoolVar("");
        BoolVar firstEnds = model.newBoolVar("");
        long fromS = plan.second(time.start());
        long untilS = plan.second(time.end());
        model.addGreaterOrEqual(a.bot(), fromS).onlyEnforceIf(new Literal[] {way, firstBegins});
        model.addGreaterOrEqual(b.bot(), fromS).onlyEnforceIf(new Literal[] {way, firstBegins.not()});
        model.addLessOrEqual(a.eot(), untilS).onlyEnforceIf(new Literal[] {way, firstEnds});
        model.addLessOrEqual(b.eot(), untilS).onlyEnforceIf(new Literal[] {way, firstEnds.not()});
        ways.add(way);
    }

    private static List<Interval> together(Antenna antenna, Seat one, Seat other, double narrowestDeg) {
        Interval both = one.usable().intersection(other.usable());
        PointingTrack first = one.pointing();
        PointingTrack second = other.pointing();
        boolean twoTransmit = one.request().uplink() && other.request().uplink();
        boolean unknown = Double.isNaN(widthDeg(antenna, one)) || Double.isNaN(widthDeg(antenna, other));
        return both == null || first == null || second == null || twoTransmit || unknown
                ? List.of()
                : PointingTimes.inBeam(first, second, narrowestDeg, both);
    }

    /** Width of the beam that the seat's request needs, degrees; not a number where nobody can share it. */
    private static double widthDeg(Antenna antenna, Seat seat) {
        Mspa mspa = antenna.mspa();
        return mspa == null ? Double.NaN : mspa.widthDeg(seat.request().band());
    }

    /** Whoever joins a pair may narrow its beam, so that each is held to the narrowest of all. */
    private static double narrowestDeg(Antenna antenna, List<Seat> seats) {
        return seats.stream()
                .filter(seat -> seat.request().mspa())
                .mapToDouble(seat -> widthDeg(antenna, seat))
                .filter(width -> !Double.isNaN(width))
                .min()
                .orElse(Double.NaN);
    }

    /** Whether the one ends so early that the order is no question. */
    private static boolean isAlways(Seat earlier, Seat later, long gapS) {
        return !later.usable().start().isBefore(earlier.usable().end().plusSeconds(gapS));
    }

    private static long leastS(Seat earlier, Seat later) {
        return earlier.request().teardown().plus(later.request().setup()).toSeconds();
    }

    /** From the end of the one's track to the begin of the other's: teardown, repointing, setup. */
    private long gapS(@Nullable SlewRate rate, Seat earlier, Seat later) {
        long leastS = leastS(earlier, later);
        PointingTrack from = earlier.pointing();
        PointingTrack to = later.pointing();
        if (rate == null || from == null || to == null) {
            return leastS;
        }
        long firstS = Math.max(
                plan.second(earlier.earliestEot()),
                plan.second(later.usable().start()) - leastS - rate.longestSeconds());
        long lastS = Math.min(plan.second(earlier.usable().end()), plan.second(later.latestBot()) - leastS);
        if (firstS > lastS) {
            return leastS;
        }
        // Whole hours, so that many pairs have one turn in common.
        Turn turn = new Turn(
                number(from),
                number(to),
                leastS,
                Math.floorDiv(firstS, HOUR_S) * HOUR_S,
                -Math.floorDiv(-lastS, HOUR_S) * HOUR_S);
        return leastS + slews.computeIfAbsent(turn, k -> longestS(rate, from, to, k));
    }

    private int number(PointingTrack track) {
        return numbers.computeIfAbsent(track, k -> numbers.size());
    }

    /** The longest repointing while the turn may be made: of samples, and what it changes between two of them added. */
    private long longestS(SlewRate rate, PointingTrack from, PointingTrack to, Turn turn) {
        double fastestDegPerS = Math.max(from.fastestDegPerS(), to.fastestDegPerS());
        long stepS = Math.max(1, Math.min(LONGEST_STEP_S, (long) (SAMPLE_DEG / fastestDegPerS)));
        int gaps = 2 + (int) (rate.longestSeconds() / stepS);
        double[] before = new double[gaps];
        double longest = 0;
        double change = 0;
        for (long endS = turn.fromS(); endS <= turn.untilS() + stepS; endS += stepS) {
            Pointing end = from.at(plan.epoch.plusSeconds(endS));
            for (int gap = 0; gap < gaps; gap++) {
                Instant begin = plan.epoch.plusSeconds(endS + turn.betweenS() + gap * stepS);
                double slewS = rate.secondsBetween(end, to.at(begin));
                longest = Math.max(longest, slewS);
                if (endS > turn.fromS()) {
                    change = Math.max(change, Math.abs(slewS - before[gap]));
                }
                if (gap > 0) {
                    change = Math.max(change, Math.abs(slewS - before[gap - 1]));
                }
                before[gap] = slewS;
            }
        }
        return (long) Math.ceil(longest + change);
    }

    private IntervalVar fixed(Interval time) {
        return model.newFixedInterval(plan.second(time.start()), time.duration().toSeconds(), "");
    }

    private List<Interval> down(Antenna antenna) {
        Interval horizon = instance.problem().horizon();
        Duration around = instance.requests().stream()
                .flatMap(request -> List.of(request.setup(), request.teardown()).stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Interval wide =
                new Interval(horizon.start().minus(around), horizon.end().plus(around));
        List<Interval> down = new ArrayList<>();
        for (Unavailability unavailable : antenna.unavailable()) {
            // What repeats does so until the horizon's end.
            down.addAll(
                    unavailable.within(unavailable.every() == null ? wide : new Interval(wide.start(), horizon.end())));
        }
        return Intervals.union(down);
    }
}
