package dev.yeoju.check;

import dev.yeoju.model.Band;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Interval;
import dev.yeoju.model.PointingTimes;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A track lies in one view period of each of its antennas, within it in one usable receive interval of its band, and in
 * a transmit one when it needs uplink. Bounds count at the planner's step of one second: begins round up, ends down.
 */
final class ViewRules {
    private final Facts facts;
    private final Findings findings;

    private ViewRules(Facts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    static void check(Facts facts, Findings findings) {
        ViewRules rules = new ViewRules(facts, findings);
        for (Track track : facts.tracks()) {
            TrackRequest request = facts.request(track.request());
            if (request == null || !Facts.inOrder(track)) {
                continue;
            }
            for (String antenna : track.antennas()) {
                if (facts.antenna(antenna) != null) {
                    rules.check(track, request, antenna);
                }
            }
        }
    }

    private void check(Track track, TrackRequest request, String antenna) {
        Interval tracking = track.tracking();
        List<ViewPeriod> near = facts.views().near(request, antenna, tracking);
        List<ViewPeriod> around = near.stream()
                .filter(period -> contains(period.interval(), tracking))
                .toList();
        if (around.isEmpty()) {
            outOfView(track, antenna, near);
            return;
        }
        List<ViewPeriod> receiving = around.stream()
                .filter(period -> containsAny(period.usable(request.band(), Direction.RECEIVE), tracking))
                .toList();
        lowest(track, request, antenna, around);
        if (receiving.isEmpty()) {
            String band = label(request.band());
            findings.add(
                    Rule.NOT_USABLE,
                    antenna,
                    List.of(track),
                    "%s: %s sees %s from %s to %s, but cannot use %s all the time."
                            .formatted(
                                    track.id(),
                                    antenna,
                                    track.spacecraft(),
                                    Texts.time(track.bot()),
                                    Texts.time(track.eot()),
                                    band));
        } else if (request.uplink()
                && receiving.stream()
                        .noneMatch(
                                period -> containsAny(period.usable(request.band(), Direction.TRANSMIT), tracking))) {
            findings.add(
                    Rule.NO_UPLINK,
                    antenna,
                    List.of(track),
                    "%s needs uplink, but %s may not transmit all the time from %s to %s."
                            .formatted(track.id(), antenna, Texts.time(track.bot()), Texts.time(track.eot())));
        }
    }

    private void lowest(Track track, TrackRequest request, String antenna, List<ViewPeriod> around) {
        Double lowest = request.minElevationDeg();
        Interval tracking = track.tracking();
        if (lowest != null
                && around.stream()
                        .noneMatch(period -> period.pointing() == null
                                || containsAny(PointingTimes.above(period.pointing(), lowest, tracking), tracking))) {
            findings.add(
                    Rule.TOO_LOW,
                    antenna,
                    List.of(track),
                    "%s: %s is not always %s degrees high at %s, as %s asks."
                            .formatted(track.id(), track.spacecraft(), lowest, antenna, request.id()));
        }
    }

    private void outOfView(Track track, String antenna, List<ViewPeriod> near) {
        Interval tracking = track.tracking();
        ViewPeriod best = null;
        Duration inside = Duration.ZERO;
        for (ViewPeriod period : near) {
            Interval whole = wholeSeconds(period.interval());
            Interval shared = whole == null ? null : whole.intersection(tracking);
            if (shared != null && shared.duration().compareTo(inside) > 0) {
                best = period;
                inside = shared.duration();
            }
        }
        String text = best == null
                ? "%s: %s does not see %s from %s to %s."
                        .formatted(
                                track.id(),
                                antenna,
                                track.spacecraft(),
                                Texts.time(track.bot()),
                                Texts.time(track.eot()))
                : "%s leaves the view period of %s at %s (%s to %s) by %s."
                        .formatted(
                                track.id(),
                                track.spacecraft(),
                                antenna,
                                Texts.time(best.aos()),
                                Texts.time(best.los()),
                                Texts.length(tracking.duration().minus(inside)));
        findings.add(Rule.NOT_IN_VIEW, antenna, List.of(track), text);
    }

    private static String label(@Nullable Band band) {
        return band == null ? "it" : band.label() + " band";
    }

    private static boolean containsAny(List<Interval> times, Interval tracking) {
        return times.stream().anyMatch(time -> contains(time, tracking));
    }

    private static boolean contains(Interval time, Interval tracking) {
        Interval whole = wholeSeconds(time);
        return whole != null && whole.contains(tracking);
    }

    private static @Nullable Interval wholeSeconds(Interval time) {
        Instant start = time.start().plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        Instant end = time.end().truncatedTo(ChronoUnit.SECONDS);
        return end.isAfter(start) ? new Interval(start, end) : null;
    }
}
