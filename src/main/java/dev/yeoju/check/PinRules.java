package dev.yeoju.check;

import dev.yeoju.model.Track;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every pinned track of the problem is in the schedule with the same antennas and times. */
final class PinRules {
    private record Place(String request, List<String> antennas, Instant boa, Instant bot, Instant eot, Instant eoa) {
        static Place of(Track track) {
            return new Place(
                    track.request(),
                    track.antennas().stream().sorted().toList(),
                    track.boa(),
                    track.bot(),
                    track.eot(),
                    track.eoa());
        }
    }

    private PinRules() {}

    static void check(Facts facts, Findings findings) {
        List<Track> pins = facts.instance().problem().pins();
        if (pins.isEmpty()) {
            return;
        }
        Set<Place> places = new HashSet<>();
        facts.tracks().forEach(track -> places.add(Place.of(track)));
        for (Track pin : pins) {
            if (!places.contains(Place.of(pin))) {
                findings.add(
                        Rule.PIN_MOVED,
                        "",
                        List.of(pin),
                        "The pinned track %s (%s, %s to %s) is not in the schedule as it was pinned."
                                .formatted(
                                        pin.id(),
                                        String.join(" + ", pin.antennas()),
                                        Texts.time(pin.bot()),
                                        Texts.time(pin.eot())));
            }
        }
    }
}
