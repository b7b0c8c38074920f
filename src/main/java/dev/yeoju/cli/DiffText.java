package dev.yeoju.cli;

import dev.yeoju.model.Replan;
import dev.yeoju.model.ScheduleDiff;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackChange;
import dev.yeoju.model.TrackStanding;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an answer changes, a line a track. */
final class DiffText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private DiffText() {}

    static List<String> of(Replan.Answer answer, List<TrackStanding> standings) {
        List<String> lines = new ArrayList<>();
        for (ScheduleDiff.Entry entry : answer.diff().entries()) {
            if (entry.isChange()) {
                lines.add(line(entry));
            }
        }
        long frozen = standings.stream()
                .filter(standing -> standing.standing() == TrackStanding.Standing.FROZEN)
                .count();
        lines.add(trade(answer) + (frozen == 0 ? "" : "; " + frozen + " frozen"));
        return lines;
    }

    private static String line(ScheduleDiff.Entry entry) {
        String what = entry.kind().name().toLowerCase(Locale.ROOT);
        String track = entry.before() != null ? entry.before().id() : id(entry.after());
        String from = entry.before() == null ? "" : " " + place(entry.before());
        String to = entry.after() == null ? "" : (entry.before() == null ? " " : " -> ") + place(entry.after());
        return String.format(
                Locale.ROOT,
                "%-9s %s%s:%s%s (cost %.2f)%s",
                what,
                track,
                entry.drifted() ? ", drifted" : "",
                from,
                to,
                entry.cost(),
                entry.why().isEmpty() ? "" : " " + entry.why());
    }

    private static String id(@Nullable Track track) {
        return track == null ? "" : track.id();
    }

    private static String place(Track track) {
        return String.join("+", track.antennas()) + " " + TIME.format(track.bot()) + " to " + TIME.format(track.eot());
    }

    /** {@code 12 changes (2 moved, 3 added …) that cost 4.20; worth 601.30}. */
    static String trade(Replan.Answer answer) {
        ScheduleDiff diff = answer.diff();
        return String.format(
                Locale.ROOT,
                "%d changes (%d moved, %d shortened, %d added, %d gone) that cost %.3f; worth %.3f without that",
                diff.changes(),
                diff.count(TrackChange.Kind.MOVED),
                diff.count(TrackChange.Kind.SHORTENED),
                diff.count(TrackChange.Kind.ADDED),
                diff.count(TrackChange.Kind.GONE),
                answer.changeCost(),
                answer.worth());
    }
}
