package dev.yeoju.check;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.AntennaComplex;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tracks, and transmitting tracks, that a complex carries at any instant in {@code [bot, eot)}. An array is one track. */
final class ComplexRules {
    private ComplexRules() {}

    static void check(Facts facts, Findings findings) {
        for (AntennaComplex complex : facts.instance().problem().complexes()) {
            Predicate<Track> here = track -> track.antennas().stream().anyMatch(id -> {
                Antenna antenna = facts.antenna(id);
                return antenna != null && antenna.complex().equals(complex.id());
            });
            limit(facts, findings, Rule.COMPLEX_TRACKS, complex, complex.maxSimultaneousTracks(), "tracks", here);
            limit(
                    facts,
                    findings,
                    Rule.COMPLEX_UPLINKS,
                    complex,
                    complex.maxSimultaneousUplinks(),
                    "transmitting tracks",
                    here.and(track -> {
                        TrackRequest request = facts.request(track.request());
                        return request != null && request.uplink();
                    }));
        }
    }

    private static void limit(
            Facts facts,
            Findings findings,
            Rule rule,
            AntennaComplex complex,
            @Nullable Integer limit,
            String what,
            Predicate<Track> counts) {
        if (limit == null) {
            return;
        }
        List<Track> byBot = facts.tracks().stream()
                .filter(Facts::inOrder)
                .filter(counts)
                .sorted(Comparator.comparing(Track::bot).thenComparing(Track::id))
                .toList();
        List<Track> open = new ArrayList<>();
        for (int i = 0; i < byBot.size(); i++) {
            Track track = byBot.get(i);
            open.removeIf(earlier -> !earlier.eot().isAfter(track.bot()));
            open.add(track);
            // Tracks that begin together are counted together; the count rises only where a track begins.
            boolean more = i + 1 < byBot.size() && byBot.get(i + 1).bot().equals(track.bot());
            if (!more && open.size() > limit) {
                Instant first =
                        open.stream().map(Track::eot).min(Instant::compareTo).orElseThrow();
                findings.add(
                        rule,
                        complex.id(),
                        open,
                        "%s carries %d %s at once from %s to %s; its limit is %d."
                                .formatted(
                                        complex.id(),
                                        open.size(),
                                        what,
                                        Texts.time(track.bot()),
                                        Texts.time(first),
                                        limit));
            }
        }
    }
}
