package dev.yeoju.exchange;

import dev.yeoju.model.Band;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Schedule -> CSV (RFC 4180): a header row, then one track a line, times ISO 8601 in UTC, an array's antennas joined by
 * {@code +}.
 */
public final class ScheduleCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "request",
                    "mission",
                    "spacecraft",
                    "service",
                    "band",
                    "uplink",
                    "antennas",
                    "boa",
                    "bot",
                    "eot",
                    "eoa",
                    "trackedS",
                    "pinned")
            .get();

    private ScheduleCsv() {}

    /** The issue as text; a spreadsheet takes no cell of it for a formula. */
    public static String write(ScheduleIssue issue) {
        ScheduleIssue.Names names = new ScheduleIssue.Names(issue.instance());
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (Track track : issue.tracks()) {
                TrackRequest request = names.request(track);
                Band band = request.band();
                printer.printRecord(List.of(
                        plain(track.id()),
                        plain(track.request()),
                        plain(names.mission(track)),
                        plain(track.spacecraft()),
                        request.service(),
                        band == null ? "" : band.label(),
                        request.uplink(),
                        plain(String.join("+", track.antennas())),
                        track.boa(),
                        track.bot(),
                        track.eot(),
                        track.eoa(),
                        track.duration().toSeconds(),
                        track.pinned()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Spreadsheets compute what begins like this; an apostrophe makes it text (OWASP, CSV injection). */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
