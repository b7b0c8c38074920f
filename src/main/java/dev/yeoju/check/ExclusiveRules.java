package dev.yeoju.check;

import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A spacecraft (or mission) is not tracked twice at once when one of the two requests asks so. Requests tied to be
 * tracked together are let off, and an array is a single track.
 */
final class ExclusiveRules {
    private final Facts facts;
    private final Findings findings;

    private ExclusiveRules(Facts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    static void check(Facts facts, Findings findings) {
        ExclusiveRules rules = new ExclusiveRules(facts, findings);
        Map<String, List<Track>> byMission = new TreeMap<>();
        for (Track track : facts.tracks()) {
            TrackRequest request = facts.request(track.request());
            if (request != null && Facts.inOrder(track)) {
                byMission
                        .computeIfAbsent(facts.mission(request.spacecraft()), k -> new ArrayList<>())
                        .add(track);
            }
        }
        byMission.forEach(rules::sweep);
    }

    private void sweep(String mission, List<Track> byBot) {
        List<Track> open = new ArrayList<>();
        for (Track track : byBot) {
            open.removeIf(earlier -> !earlier.eot().isAfter(track.bot()));
            for (Track earlier : open) {
                pair(mission, earlier, track);
            }
            open.add(track);
        }
    }

    private void pair(String mission, Track earlier, Track later) {
        TrackRequest first = facts.request(earlier.request());
        TrackRequest second = facts.request(later.request());
        Interval shared = earlier.tracking().intersection(later.tracking());
        if (first == null || second == null || shared == null || together(first, second) || together(second, first)) {
            return;
        }
        boolean sameSpacecraft = first.spacecraft().equals(second.spacecraft());
        if (sameSpacecraft && (first.exclusive() != Exclusive.NONE || second.exclusive() != Exclusive.NONE)) {
            add(Rule.SPACECRAFT_TWICE, first.spacecraft(), earlier, later, shared);
        } else if (first.exclusive() == Exclusive.MISSION || second.exclusive() == Exclusive.MISSION) {
            add(Rule.MISSION_TWICE, "Mission " + mission, earlier, later, shared);
        }
    }

    private static boolean together(TrackRequest request, TrackRequest other) {
        return request.ties().stream()
                .anyMatch(tie -> tie.request().equals(other.id())
                        && (tie.type() == Tie.Type.OVERLAP || tie.type() == Tie.Type.SIMULTANEOUS));
    }

    private void add(Rule rule, String who, Track earlier, Track later, Interval shared) {
        findings.add(
                rule,
                "",
                List.of(earlier, later),
                "%s is tracked twice at once: %s (%s) and %s (%s) overlap by %s from %s."
                        .formatted(
                                who,
                                earlier.id(),
                                String.join(" + ", earlier.antennas()),
                                later.id(),
                                String.join(" + ", later.antennas()),
                                Texts.length(shared.duration()),
                                Texts.time(shared.start())));
    }
}
