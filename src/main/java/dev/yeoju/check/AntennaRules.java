package dev.yeoju.check;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Directions;
import dev.yeoju.model.Interval;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.Track;
import dev.yeoju.model.Unavailability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One activity at a time on an antenna with time to repoint between them, shared beams aside, and none while it is down.
 * An array's members count one by one.
 */
final class AntennaRules {
    private record Down(Interval interval, String reason) {}

    private final Facts facts;
    private final Findings findings;

    private AntennaRules(Facts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    static void check(Facts facts, Findings findings) {
        AntennaRules rules = new AntennaRules(facts, findings);
        for (Antenna antenna : facts.instance().problem().antennas()) {
            List<Track> tracks = new ArrayList<>(facts.tracksOn(antenna.id()));
            tracks.sort(Comparator.comparing(Track::boa).thenComparing(Track::id));
            rules.pairs(antenna, tracks);
            rules.downtime(antenna, tracks);
        }
    }

    private void pairs(Antenna antenna, List<Track> byBoa) {
        BeamRules beam = new BeamRules(facts, findings, antenna, byBoa);
        Duration longestSlew = longestSlew(antenna);
        List<Track> near = new ArrayList<>();
        for (Track track : byBoa) {
            near.removeIf(earlier -> !earlier.eoa().plus(longestSlew).isAfter(track.boa()));
            for (Track earlier : near) {
                if (beam.together(earlier, track)) {
                    beam.pair(earlier, track);
                } else if (earlier.eoa().isAfter(track.boa())) {
                    overlap(antenna, earlier, track);
                } else {
                    slew(antenna, earlier, track);
                }
            }
            near.add(track);
        }
        beam.count();
    }

    private static Duration longestSlew(Antenna antenna) {
        SlewRate rate = antenna.slewRate();
        return rate == null ? Duration.ZERO : Duration.ofSeconds(rate.longestSeconds());
    }

    private void slew(Antenna antenna, Track earlier, Track later) {
        Duration needed = Directions.slew(
                antenna,
                facts.pointing(earlier, antenna.id()),
                earlier.tracking(),
                facts.pointing(later, antenna.id()),
                later.tracking());
        Duration missing = needed.minus(Duration.between(earlier.eoa(), later.boa()));
        if (missing.compareTo(Duration.ZERO) > 0) {
            findings.add(
                    Rule.SLEW,
                    antenna.id(),
                    List.of(earlier, later),
                    "%s: from the end of %s (%s with teardown) to the setup of %s (%s) repointing takes %s, %s more than there is."
                            .formatted(
                                    antenna.id(),
                                    earlier.id(),
                                    Texts.time(earlier.eoa()),
                                    later.id(),
                                    Texts.time(later.boa()),
                                    Texts.length(needed),
                                    Texts.length(missing)));
        }
    }

    private void overlap(Antenna antenna, Track earlier, Track later) {
        Interval shared = earlier.activity().intersection(later.activity());
        if (shared != null) {
            findings.add(
                    Rule.ANTENNA_OVERLAP,
                    antenna.id(),
                    List.of(earlier, later),
                    "%s: %s (until %s with teardown) and %s (from %s with setup) overlap by %s."
                            .formatted(
                                    antenna.id(),
                                    earlier.id(),
                                    Texts.time(earlier.eoa()),
                                    later.id(),
                                    Texts.time(later.boa()),
                                    Texts.length(shared.duration())));
        }
    }

    private void downtime(Antenna antenna, List<Track> byBoa) {
        if (byBoa.isEmpty() || antenna.unavailable().isEmpty()) {
            return;
        }
        Instant last = byBoa.stream().map(Track::eoa).max(Instant::compareTo).orElseThrow();
        List<Down> down = times(antenna, new Interval(byBoa.get(0).boa(), last));
        List<Down> open = new ArrayList<>();
        int next = 0;
        for (Track track : byBoa) {
            while (next < down.size() && down.get(next).interval().start().isBefore(track.eoa())) {
                open.add(down.get(next));
                next++;
            }
            // Later activities begin no earlier, so what ended before this one is of no more use.
            open.removeIf(time -> !time.interval().end().isAfter(track.boa()));
            for (Down time : open) {
                Interval shared = time.interval().intersection(track.activity());
                if (shared != null) {
                    findings.add(
                            Rule.ANTENNA_DOWN,
                            antenna.id() + "@" + time.interval().start(),
                            List.of(track),
                            "%s: %s lies with its setup and teardown for %s in %s (%s to %s)."
                                    .formatted(
                                            antenna.id(),
                                            track.id(),
                                            Texts.length(shared.duration()),
                                            time.reason().isEmpty() ? "downtime" : time.reason(),
                                            Texts.time(time.interval().start()),
                                            Texts.time(time.interval().end())));
                }
            }
        }
    }

    /** The antenna's downtime that touches the span, by begin. What repeats does so until the horizon's end. */
    private List<Down> times(Antenna antenna, Interval span) {
        Interval repeating = span.intersection(
                new Interval(Instant.MIN, facts.instance().problem().horizon().end()));
        List<Down> down = new ArrayList<>();
        for (Unavailability unavailable : antenna.unavailable()) {
            Interval within = unavailable.every() == null ? span : repeating;
            if (within != null) {
                unavailable.within(within).forEach(time -> down.add(new Down(time, unavailable.reason())));
            }
        }
        down.sort(Comparator.comparing(time -> time.interval().start()));
        return down;
    }
}
