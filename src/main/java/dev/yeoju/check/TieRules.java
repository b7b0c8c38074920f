package dev.yeoju.check;

import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Bonds between two requests. A split request counts from its first begin to its last end; an overlap is asked of any
 * two of the tracks, and simultaneous requests have the same tracks, one by one.
 */
final class TieRules {
    private final Facts facts;
    private final Findings findings;

    private TieRules(Facts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    static void check(Facts facts, Findings findings) {
        TieRules rules = new TieRules(facts, findings);
        for (TrackRequest request : facts.instance().requests()) {
            for (Tie tie : request.ties()) {
                // A tie whose other end the problem lacks is a fault of the problem, not of the schedule.
                if (facts.request(tie.request()) != null) {
                    rules.check(request, tie);
                }
            }
        }
    }

    private void check(TrackRequest request, Tie tie) {
        List<Track> own = facts.tracksOf(request.id());
        List<Track> others = facts.tracksOf(tie.request());
        if (own.isEmpty() || others.isEmpty()) {
            if (tie.type() == Tie.Type.SIMULTANEOUS && own.isEmpty() != others.isEmpty()) {
                String with = own.isEmpty() ? tie.request() : request.id();
                String without = own.isEmpty() ? request.id() : tie.request();
                add(
                        Rule.SIMULTANEOUS,
                        request,
                        tie,
                        own,
                        others,
                        "%s is tracked and %s is not; they are tied to be tracked together or not at all."
                                .formatted(with, without));
            }
            return;
        }
        switch (tie.type()) {
            case SEPARATION -> separation(request, tie, own, others);
            case BEFORE -> gap(Rule.BEFORE, request, tie, own, others, own, others);
            case OVERLAP -> overlap(request, tie, own, others);
            case SIMULTANEOUS -> simultaneous(request, tie, own, others);
        }
    }

    private void separation(TrackRequest request, Tie tie, List<Track> own, List<Track> others) {
        boolean ownFirst = !first(others).isBefore(first(own));
        gap(Rule.SEPARATION, request, tie, own, others, ownFirst ? own : others, ownFirst ? others : own);
    }

    private void gap(
            Rule rule,
            TrackRequest request,
            Tie tie,
            List<Track> own,
            List<Track> others,
            List<Track> earlier,
            List<Track> later) {
        Duration gap = Duration.between(last(earlier), first(later));
        Duration least = tie.min() == null ? Duration.ZERO : tie.min();
        Duration most = tie.max();
        String names = earlier.get(0).request() + " ends at " + Texts.time(last(earlier)) + " and "
                + later.get(0).request() + " begins at " + Texts.time(first(later));
        if (gap.compareTo(least) < 0) {
            add(
                    rule,
                    request,
                    tie,
                    own,
                    others,
                    "%s: %s short of the gap of at least %s between them."
                            .formatted(names, Texts.length(least.minus(gap)), Texts.length(least)));
        } else if (most != null && gap.compareTo(most) > 0) {
            add(
                    rule,
                    request,
                    tie,
                    own,
                    others,
                    "%s: %s beyond the gap of at most %s between them."
                            .formatted(names, Texts.length(gap.minus(most)), Texts.length(most)));
        }
    }

    private void overlap(TrackRequest request, Tie tie, List<Track> own, List<Track> others) {
        Duration least = tie.min() == null ? Duration.ZERO : tie.min();
        Duration best = Duration.ZERO;
        for (Track a : own) {
            for (Track b : others) {
                Instant from = a.bot().isAfter(b.bot()) ? a.bot() : b.bot();
                Instant to = a.eot().isBefore(b.eot()) ? a.eot() : b.eot();
                Duration shared = Duration.between(from, to);
                if (differentAntennas(a, b) && shared.compareTo(best) > 0) {
                    best = shared;
                }
            }
        }
        if (best.isZero() || best.compareTo(least) < 0) {
            add(
                    Rule.OVERLAP,
                    request,
                    tie,
                    own,
                    others,
                    best.isZero()
                            ? "%s and %s do not overlap on different antennas, as they are tied to."
                                    .formatted(request.id(), tie.request())
                            : "%s and %s overlap by %s, %s short of the %s that they are tied to."
                                    .formatted(
                                            request.id(),
                                            tie.request(),
                                            Texts.length(best),
                                            Texts.length(least.minus(best)),
                                            Texts.length(least)));
        }
    }

    private void simultaneous(TrackRequest request, Tie tie, List<Track> own, List<Track> others) {
        List<Track> a = byTimes(own);
        List<Track> b = byTimes(others);
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i).bot().equals(b.get(i).bot())
                    && a.get(i).eot().equals(b.get(i).eot())
                    && differentAntennas(a.get(i), b.get(i));
        }
        if (!same) {
            add(
                    Rule.SIMULTANEOUS,
                    request,
                    tie,
                    own,
                    others,
                    "%s (%s to %s) and %s (%s to %s) are not tracked at the same times on different antennas."
                            .formatted(
                                    request.id(),
                                    Texts.time(first(own)),
                                    Texts.time(last(own)),
                                    tie.request(),
                                    Texts.time(first(others)),
                                    Texts.time(last(others))));
        }
    }

    private static List<Track> byTimes(List<Track> tracks) {
        return tracks.stream()
                .sorted(Comparator.comparing(Track::bot).thenComparing(Track::eot))
                .toList();
    }

    private static boolean differentAntennas(Track a, Track b) {
        return Collections.disjoint(a.antennas(), b.antennas());
    }

    private static Instant first(List<Track> tracks) {
        return tracks.stream().map(Track::bot).min(Instant::compareTo).orElseThrow();
    }

    private static Instant last(List<Track> tracks) {
        return tracks.stream().map(Track::eot).max(Instant::compareTo).orElseThrow();
    }

    private void add(Rule rule, TrackRequest request, Tie tie, List<Track> own, List<Track> others, String text) {
        List<String> tracks = new ArrayList<>();
        own.forEach(track -> tracks.add(track.id()));
        others.forEach(track -> tracks.add(track.id()));
        Collections.sort(tracks);
        findings.add(rule, request.id() + ">" + tie.request(), tracks, List.of(request.id(), tie.request()), text);
    }
}
