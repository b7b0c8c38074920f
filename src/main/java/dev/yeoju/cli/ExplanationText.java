package dev.yeoju.cli;

import dev.yeoju.model.Place;
import dev.yeoju.model.Relaxation;
import dev.yeoju.model.RequestExplanation;
import dev.yeoju.model.Track;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation for the terminal. */
final class ExplanationText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ExplanationText() {}

    static List<String> of(RequestExplanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %.2f h of %.2f h (at least %.2f h)",
                explanation.request(),
                explanation.hours(),
                explanation.preferredHours(),
                explanation.minHours()));
        explanation.reasons().forEach(reason -> lines.add("  " + reason.code() + ": " + reason.text()));
        explanation
                .tracks()
                .forEach(placed -> lines.add(
                        "  track " + placed.track().id() + " at " + place(placed.track()) + ": " + placed.why()));
        for (RequestExplanation.Period period : explanation.periods()) {
            String price = period.price() == null
                    ? ""
                    : String.format(Locale.ROOT, " [price of the bound %.2f]", period.price());
            lines.add("  " + String.join("+", period.antennas()) + " "
                    + time(period.times().start()) + " to "
                    + time(period.times().end()) + " " + period.code() + ": "
                    + period.text() + price);
        }
        for (Relaxation relaxation : explanation.relaxations()) {
            lines.add("  would fit: " + relaxation.text() + " ("
                    + place(relaxation.place().tracks().get(0)) + "; " + consequence(relaxation.place()) + ")");
        }
        Place backup = explanation.backup();
        if (backup != null) {
            lines.add("  backup: " + place(backup.tracks().get(0)) + "; " + consequence(backup));
        }
        return lines;
    }

    private static String consequence(Place place) {
        String worth = String.format(
                Locale.ROOT, "%s %.2f", place.valueChange() < 0 ? "costs" : "gains", Math.abs(place.valueChange()));
        return place.displaced().isEmpty() ? worth : "displaces " + String.join(", ", place.displaced()) + ", " + worth;
    }

    private static String place(Track track) {
        return String.join("+", track.antennas()) + " " + time(track.bot()) + " to " + time(track.eot());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
