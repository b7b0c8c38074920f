package dev.yeoju.check;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.PointingTimes;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tracks that share an antenna's beam: their requests ask for it, they are tracked together for some time, and for all of
 * that they lie within the narrowest beam in use; one of them transmits at most, and no more are there than the beam holds.
 */
final class BeamRules {
    private final Facts facts;
    private final Findings findings;
    private final Antenna antenna;
    private final @Nullable Mspa mspa;
    private final List<Track> members = new ArrayList<>();

    /** @param byBoa all tracks on the antenna */
    BeamRules(Facts facts, Findings findings, Antenna antenna, List<Track> byBoa) {
        this.facts = facts;
        this.findings = findings;
        this.antenna = antenna;
        mspa = antenna.mspa();
        if (mspa != null) {
            byBoa.stream().filter(this::joins).forEach(members::add);
        }
    }

    /** Whether the track may be one of several in the beam. */
    private boolean joins(Track track) {
        TrackRequest request = facts.request(track.request());
        return mspa != null && request != null && request.mspa();
    }

    /** Whether two tracks mean to share the beam: then {@link #pair} says whether they can, and nothing else is asked of them. */
    boolean together(Track one, Track other) {
        return joins(one) && joins(other) && one.tracking().overlaps(other.tracking());
    }

    /** Two tracks that are together in the beam. */
    void pair(Track one, Track other) {
        TrackRequest first = facts.request(one.request());
        TrackRequest second = facts.request(other.request());
        Interval shared = one.tracking().intersection(other.tracking());
        if (first == null || second == null || shared == null) {
            return;
        }
        if (first.uplink() && second.uplink()) {
            findings.add(
                    Rule.BEAM_UPLINKS,
                    antenna.id(),
                    List.of(one, other),
                    "%s: %s and %s share the beam for %s and both transmit; one of them may."
                            .formatted(antenna.id(), one.id(), other.id(), Texts.length(shared.duration())));
        }
        double own = Math.min(width(first), width(second));
        if (!inBeam(one, other, own, shared)) {
            apart(one, other, own, "");
            return;
        }
        for (Track third : members) {
            Interval all = third == one || third == other ? null : shared.intersection(third.tracking());
            TrackRequest request = facts.request(third.request());
            if (all == null || request == null) {
                continue;
            }
            double narrower = width(request);
            if (!(narrower >= own) && !inBeam(one, other, narrower, all)) {
                apart(one, other, narrower, " of " + third.id());
            }
        }
    }

    private void apart(Track one, Track other, double widthDeg, String whose) {
        findings.add(
                Rule.BEAM_WIDTH,
                antenna.id(),
                List.of(one, other),
                "%s: %s and %s are tracked together and are not always within one beam%s."
                        .formatted(
                                antenna.id(),
                                one.id(),
                                other.id(),
                                Double.isNaN(widthDeg)
                                        ? " (its width is not known)"
                                        : " (%s degrees)%s".formatted(widthDeg, whose)));
    }

    private double width(TrackRequest request) {
        return mspa == null ? Double.NaN : mspa.widthDeg(request.band());
    }

    private boolean inBeam(Track one, Track other, double widthDeg, Interval shared) {
        PointingTrack a = facts.pointing(one, antenna.id());
        PointingTrack b = facts.pointing(other, antenna.id());
        return a != null
                && b != null
                && PointingTimes.inBeam(a, b, widthDeg, shared).stream().anyMatch(time -> time.contains(shared));
    }

    /** No more activities at once than the beam holds spacecraft. */
    void count() {
        if (mspa == null) {
            return;
        }
        members.sort(Comparator.comparing(Track::boa).thenComparing(Track::id));
        List<Track> open = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Track track = members.get(i);
            open.removeIf(earlier -> !earlier.eoa().isAfter(track.boa()));
            open.add(track);
            // Activities that begin together are counted together; the count rises only where one begins.
            boolean more = i + 1 < members.size() && members.get(i + 1).boa().equals(track.boa());
            if (!more && open.size() > mspa.maxSpacecraft()) {
                findings.add(
                        Rule.BEAM_FULL,
                        antenna.id(),
                        open,
                        "%s: %d activities share the beam at %s; it holds %d."
                                .formatted(antenna.id(), open.size(), Texts.time(track.boa()), mspa.maxSpacecraft()));
            }
        }
    }
}
