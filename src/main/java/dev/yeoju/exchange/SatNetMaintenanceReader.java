package dev.yeoju.exchange;

import dev.yeoju.model.Interval;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code maintenance.csv} of a SatNet week -> downtimes, strictly, with every fault reported by line and column. */
final class SatNetMaintenanceReader {
    private static final Set<String> COLUMNS = FieldNames.names("week", "year", "starttime", "endtime", "antenna");
    private static final Set<String> NEEDED = FieldNames.names("starttime", "endtime", "antenna");

    private final Faults faults;
    private final Map<String, Integer> columns = new HashMap<>();

    private SatNetMaintenanceReader(Faults faults) {
        this.faults = faults;
    }

    /** The rows that could be read. */
    static List<SatNetDowntime> read(byte[] csv, Faults faults) {
        return new SatNetMaintenanceReader(faults).rows(csv);
    }

    private List<SatNetDowntime> rows(byte[] csv) {
        if (csv.length > Limits.BODY_BYTES) {
            faults.add(
                    "",
                    Integer.toString(csv.length),
                    "The table (" + csv.length + " bytes) is larger than " + Limits.BODY_BYTES
                            + " bytes (64 MiB). Maybe the wrong file was given.");
            return List.of();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add("", null, "The table is not UTF-8. Maybe the wrong file was given.");
            return List.of();
        }
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || text.isBlank()) {
            faults.add("", null, "The table is empty. Maybe its first line is " + String.join(",", COLUMNS) + ".");
            return List.of();
        }
        header(cells(lines.get(0)));
        List<SatNetDowntime> rows = new ArrayList<>();
        if (!faults.isEmpty()) {
            return rows;
        }
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                SatNetDowntime row = row("line " + (line + 1), cells(lines.get(line)));
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private void header(List<String> names) {
        for (String name : names) {
            if (!COLUMNS.contains(name)) {
                faults.add(
                        "line 1",
                        Json.shorten(name),
                        "The column (" + Json.shorten(name) + ") is not a known one. "
                                + NearestName.hint(name, COLUMNS, "Known ones: " + String.join(", ", COLUMNS) + "."));
            } else if (columns.putIfAbsent(name, columns.size()) != null) {
                faults.add("line 1", name, "The column (" + name + ") is there twice. Maybe remove one of them.");
            }
        }
        for (String name : NEEDED) {
            if (!columns.containsKey(name)) {
                faults.add("line 1", null, "The column " + name + " is missing. Maybe add it.");
            }
        }
    }

    private @Nullable SatNetDowntime row(String line, List<String> cells) {
        if (cells.size() != columns.size()) {
            String row = Json.shorten(String.join(",", cells));
            faults.add(
                    line,
                    row,
                    "The row (" + row + ") has " + cells.size() + " cells, and the first line names " + columns.size()
                            + " columns. Maybe a comma is missing or one too many.");
            return null;
        }
        Instant start = second(line, "starttime", cells);
        Instant end = second(line, "endtime", cells);
        String antenna = antenna(line, cells);
        if (start == null || end == null || antenna == null) {
            return null;
        }
        if (!end.isAfter(start)) {
            faults.add(
                    line,
                    Long.toString(end.getEpochSecond()),
                    "endtime (" + end.getEpochSecond() + ") is not after starttime (" + start.getEpochSecond()
                            + "). Maybe they are swapped.");
            return null;
        }
        return new SatNetDowntime(antenna, new Interval(start, end));
    }

    private @Nullable String antenna(String line, List<String> cells) {
        return CommonReader.id(Value.at(line, new Json.Str(cell("antenna", cells)), "antenna", faults));
    }

    private @Nullable Instant second(String line, String column, List<String> cells) {
        String text = cell(column, cells);
        if (text.matches("\\d{1,12}(\\.0*)?")) {
            Instant second = Instant.ofEpochSecond(new BigDecimal(text).longValue());
            if (!second.isBefore(Limits.EARLIEST) && !second.isAfter(Limits.LATEST)) {
                return second;
            }
        }
        faults.add(
                line,
                Json.shorten(text),
                column + " (" + Json.shorten(text) + ") is not a whole number of seconds from 1970 on, up to "
                        + Limits.LATEST.getEpochSecond() + ". Maybe 1520216100.");
        return null;
    }

    private String cell(String column, List<String> cells) {
        Integer index = columns.get(column);
        return index == null ? "" : cells.get(index);
    }

    /** SatNet's cells are numbers and antenna names: nothing in them is quoted. */
    private static List<String> cells(String line) {
        return List.of(line.split(",", -1)).stream().map(String::strip).toList();
    }
}
