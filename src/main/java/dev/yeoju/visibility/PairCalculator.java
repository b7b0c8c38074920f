package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Interval;
import dev.yeoju.model.ProblemInstance.Absence;
import dev.yeoju.model.Site;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.visibility.LineOfSight.Way;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The view periods of one antenna and one spacecraft. One thread's, used once. */
final class PairCalculator {
    /** @param absence why there is no period; null when there is one */
    record Result(List<ViewPeriod> periods, @Nullable Absence absence) {}

    private final Run run;
    private final Antenna antenna;
    private final Spacecraft spacecraft;
    private final TargetMotion motion;
    private final Station station;
    private final HorizonProfile receiveProfile;
    private final HorizonProfile transmitFloor;
    private final @Nullable HorizonProfile siteProfile;
    private final Bending bending;
    private final List<Span> windows;

    /** @throws IllegalArgumentException when the antenna has no site */
    PairCalculator(Run run, Antenna antenna, Spacecraft spacecraft, TargetMotion motion) {
        Site site = antenna.site();
        if (site == null) {
            throw new IllegalArgumentException("The antenna (" + antenna.id() + ") has no site.");
        }
        this.run = run;
        this.antenna = antenna;
        this.spacecraft = spacecraft;
        this.motion = motion;
        this.station = new Station(run.context(), site);
        this.bending = new Bending(run.geometry().refraction(), site.altitudeM());
        this.receiveProfile = new HorizonProfile(antenna.elevationMask(), bending::geometricDeg);
        this.transmitFloor =
                new HorizonProfile(ElevationMask.flat(antenna.uplinkMinElevationDeg()), bending::geometricDeg);
        this.siteProfile = spacecraft.trajectory() instanceof TrajectorySpec.Surface surface
                ? new HorizonProfile(surface.mask(), elevation -> elevation)
                : null;
        this.windows = spans(spacecraft.windows());
    }

    Result compute() {
        AbsenceFinder absence = new AbsenceFinder(antenna, spacecraft, motion, receiveProfile);
        List<ReceiveArc> arcs = arcs(absence);
        List<Span> periods = periods(arcs);
        if (periods.isEmpty()) {
            return new Result(List.of(), absence.find());
        }
        List<Span> transmit = transmit(arcs);
        PeriodDescriber describer = new PeriodDescriber(run, antenna, spacecraft, bending, arcs);
        List<ViewPeriod> described = new ArrayList<>();
        for (Span period : periods) {
            described.add(describer.describe(period, Spans.within(period, transmit)));
        }
        return new Result(described, null);
    }

    /** The bounds of the view periods alone. */
    List<Span> passes() {
        return periods(arcs(new AbsenceFinder(antenna, spacecraft, motion, receiveProfile)));
    }

    /** Those spans of coverage on which there is anything to see. */
    private List<ReceiveArc> arcs(AbsenceFinder absence) {
        List<ReceiveArc> arcs = new ArrayList<>();
        for (TargetMotion.Part part : motion.parts()) {
            ReceiveArc arc = receive(part, absence);
            if (!arc.visible().isEmpty()) {
                arcs.add(arc);
            }
        }
        return arcs;
    }

    private static List<Span> periods(List<ReceiveArc> arcs) {
        List<Span> visible = new ArrayList<>();
        arcs.forEach(arc -> visible.addAll(arc.visible()));
        return Spans.union(visible);
    }

    private ReceiveArc receive(TargetMotion.Part part, AbsenceFinder absence) {
        Arc arc = new Arc(run, station, motion, part, Way.RECEIVE);
        List<Span> allowed = windows.isEmpty() ? arc.domain() : Spans.intersection(arc.domain(), windows);
        ScoutedFunction elevation = arc.sineElevation(allowed);
        List<Span> aboveMask = new MaskRule(receiveProfile).above(elevation, arc::localDirection);
        List<Span> clear = run.geometry().occultation() ? arc.clearOfBodies(aboveMask) : aboveMask;
        List<Span> visible = arc.aboveSiteHorizon(clear, siteProfile);
        absence.note(arc, allowed, elevation, aboveMask, clear);
        return new ReceiveArc(part, arc, elevation, visible);
    }

    /** When a signal sent from the antenna reaches the spacecraft, within its view periods. */
    private List<Span> transmit(List<ReceiveArc> received) {
        List<Span> transmit = new ArrayList<>();
        for (ReceiveArc receive : received) {
            if (!run.geometry().lightTime()) {
                // One and the same line of sight, which has passed every other rule.
                List<Span> aboveFloor = receive.sineElevation().above(transmitFloor.highest());
                transmit.addAll(Spans.intersection(receive.visible(), aboveFloor));
                continue;
            }
            Arc arc = new Arc(run, station, motion, receive.part(), Way.TRANSMIT);
            List<Span> spans = Spans.intersection(arc.domain(), receive.visible());
            ScoutedFunction elevation = arc.sineElevation(spans);
            spans = Spans.intersection(
                    new MaskRule(receiveProfile).above(elevation, arc::localDirection),
                    elevation.above(transmitFloor.highest()));
            if (run.geometry().occultation()) {
                spans = arc.clearOfBodies(spans);
            }
            transmit.addAll(arc.aboveSiteHorizon(spans, siteProfile));
        }
        return Spans.union(transmit);
    }

    private List<Span> spans(List<Interval> intervals) {
        List<Span> spans = new ArrayList<>();
        for (Interval interval : intervals) {
            spans.add(
                    new Span(run.clock().seconds(interval.start()), run.clock().seconds(interval.end())));
        }
        return Spans.union(spans);
    }

    /** One span of coverage with what was found on it. */
    record ReceiveArc(TargetMotion.Part part, Arc arc, ScoutedFunction sineElevation, List<Span> visible) {}
}
