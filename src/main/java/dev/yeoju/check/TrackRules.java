package dev.yeoju.check;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules on a track by itself: its ids, its times, its antennas, the window it must keep. */
final class TrackRules {
    private final Facts facts;
    private final Findings findings;

    private TrackRules(Facts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    static void check(Facts facts, Findings findings) {
        TrackRules rules = new TrackRules(facts, findings);
        Set<String> seen = new HashSet<>();
        for (Track track : facts.tracks()) {
            if (!seen.add(track.id())) {
                findings.add(
                        Rule.DUPLICATE_TRACK_ID,
                        "",
                        List.of(track),
                        "The id " + track.id() + " is on more than one track.");
            }
            if (!Facts.inOrder(track)) {
                findings.add(
                        Rule.TIME_ORDER,
                        "",
                        List.of(track),
                        "%s: boa (%s) ≤ bot (%s) < eot (%s) ≤ eoa (%s) does not hold."
                                .formatted(
                                        track.id(),
                                        Texts.time(track.boa()),
                                        Texts.time(track.bot()),
                                        Texts.time(track.eot()),
                                        Texts.time(track.eoa())));
            }
            boolean antennasKnown = rules.antennasKnown(track);
            TrackRequest request = facts.request(track.request());
            if (request == null) {
                findings.add(
                        Rule.UNKNOWN_REQUEST,
                        "",
                        List.of(track),
                        "%s serves request %s, which the problem does not have."
                                .formatted(track.id(), track.request()));
                continue;
            }
            rules.identity(track, request, antennasKnown);
            if (Facts.inOrder(track)) {
                rules.lengths(track, request);
                rules.bounds(track, request);
            }
        }
    }

    private boolean antennasKnown(Track track) {
        boolean known = true;
        for (String antenna : track.antennas()) {
            if (facts.antenna(antenna) == null) {
                known = false;
                findings.add(
                        Rule.UNKNOWN_ANTENNA,
                        antenna,
                        List.of(track),
                        "%s takes antenna %s, which the problem does not have.".formatted(track.id(), antenna));
            }
        }
        return known;
    }

    private void identity(Track track, TrackRequest request, boolean antennasKnown) {
        if (!track.spacecraft().equals(request.spacecraft())) {
            findings.add(
                    Rule.WRONG_SPACECRAFT,
                    "",
                    List.of(track),
                    "%s tracks %s, but request %s is for %s."
                            .formatted(track.id(), track.spacecraft(), request.id(), request.spacecraft()));
        }
        List<String> taken = track.antennas().stream().sorted().toList();
        boolean allowed = request.antennas().stream()
                .map(ArrayOption::antennas)
                .anyMatch(option -> option.size() == taken.size() && taken.containsAll(option));
        if (antennasKnown && !allowed) {
            findings.add(
                    Rule.ANTENNAS_NOT_ALLOWED,
                    "",
                    List.of(track),
                    "%s takes %s; request %s may be served by %s."
                            .formatted(
                                    track.id(),
                                    taken.isEmpty() ? "no antenna" : String.join(" + ", taken),
                                    request.id(),
                                    ways(request)));
        }
        Band band = request.band();
        for (String id : taken) {
            Antenna antenna = facts.antenna(id);
            if (band != null && antenna != null && !antenna.serves(band)) {
                findings.add(
                        Rule.BAND_NOT_SERVED,
                        id,
                        List.of(track),
                        "%s needs %s band, which %s does not serve.".formatted(track.id(), band.label(), id));
            }
        }
    }

    private static String ways(TrackRequest request) {
        return request.antennas().stream()
                .map(ArrayOption::antennas)
                .map(members -> String.join(" + ", members))
                .collect(Collectors.joining(" or "));
    }

    private void lengths(Track track, TrackRequest request) {
        length(Rule.SETUP_LENGTH, track, "setup", Duration.between(track.boa(), track.bot()), request.setup());
        length(Rule.TEARDOWN_LENGTH, track, "teardown", Duration.between(track.eot(), track.eoa()), request.teardown());
    }

    private void length(Rule rule, Track track, String name, Duration is, Duration asked) {
        if (!is.equals(asked)) {
            findings.add(
                    rule,
                    "",
                    List.of(track),
                    "%s has a %s of %s instead of %s."
                            .formatted(track.id(), name, Texts.length(is), Texts.length(asked)));
        }
    }

    private void bounds(Track track, TrackRequest request) {
        Interval tracking = track.tracking();
        outside(Rule.OUTSIDE_HORIZON, track, facts.instance().problem().horizon(), "the planning horizon");
        outside(Rule.OUTSIDE_WINDOW, track, request.window(), "the window of " + request.id());
        for (Interval excluded : request.exclude()) {
            Interval shared = tracking.intersection(excluded);
            if (shared != null) {
                findings.add(
                        Rule.EXCLUDED_TIME,
                        excluded.start().toString(),
                        List.of(track),
                        "%s lies for %s in a time that request %s excludes (%s to %s)."
                                .formatted(
                                        track.id(),
                                        Texts.length(shared.duration()),
                                        request.id(),
                                        Texts.time(excluded.start()),
                                        Texts.time(excluded.end())));
            }
        }
    }

    private void outside(Rule rule, Track track, Interval bounds, String name) {
        Interval tracking = track.tracking();
        if (bounds.contains(tracking)) {
            return;
        }
        Interval inside = tracking.intersection(bounds);
        Duration out =
                inside == null ? tracking.duration() : tracking.duration().minus(inside.duration());
        findings.add(
                rule,
                "",
                List.of(track),
                "%s is for %s outside %s (%s to %s)."
                        .formatted(
                                track.id(),
                                Texts.length(out),
                                name,
                                Texts.time(bounds.start()),
                                Texts.time(bounds.end())));
    }
}
