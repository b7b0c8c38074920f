package dev.yeoju.planning;

import dev.yeoju.model.Interval;
import dev.yeoju.model.PointingTimes;
import dev.yeoju.model.PointingTrack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When two opportunities lie within one beam of an antenna; found once for each pair, for all searches. */
final class BeamTimes {
    private record Key(int request, int opportunity, int other, int otherOpportunity, int antenna, double widthDeg) {}

    private final long epochS;
    private final Map<Key, List<PlanModel.Span>> known = new ConcurrentHashMap<>();

    /** @param epochS the plan's epoch, Unix time */
    BeamTimes(long epochS) {
        this.epochS = epochS;
    }

    /** Whether two passes are within a beam's width at every second of a time that lies in both. */
    boolean isWithin(int antenna, Pass one, Pass other, double widthDeg, int fromS, int untilS) {
        for (PlanModel.Span span : of(antenna, one, other, widthDeg)) {
            if (span.startS() <= fromS && untilS <= span.endS()) {
                return true;
            }
        }
        return false;
    }

    /** The times at which the opportunities of two passes are within a beam's width, in time. */
    List<PlanModel.Span> of(int antenna, Pass one, Pass other, double widthDeg) {
        Key key = new Key(
                one.request().index(),
                one.where().index(),
                other.request().index(),
                other.where().index(),
                antenna,
                widthDeg);
        return known.computeIfAbsent(key, k -> find(antenna, one.where(), other.where(), widthDeg));
    }

    private List<PlanModel.Span> find(int antenna, PlanOpportunity one, PlanOpportunity other, double widthDeg) {
        PointingTrack first = one.aims().track(one.antennas().position(antenna));
        PointingTrack second = other.aims().track(other.antennas().position(antenna));
        int fromS = Math.max(one.startS(), other.startS());
        int untilS = Math.min(one.endS(), other.endS());
        if (first == null || second == null || fromS >= untilS) {
            return List.of();
        }
        Interval within = new Interval(instant(fromS), instant(untilS));
        return PointingTimes.inBeam(first, second, widthDeg, within).stream()
                .map(time -> new PlanModel.Span(second(time.start()), second(time.end())))
                .toList();
    }

    private Instant instant(int second) {
        return Instant.ofEpochSecond(epochS + second);
    }

    private int second(Instant instant) {
        return Math.toIntExact(instant.getEpochSecond() - epochS);
    }
}
