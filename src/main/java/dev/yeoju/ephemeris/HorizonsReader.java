package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.TimeComponents;
import org.orekit.time.TimeScale;
import org.orekit.utils.Constants;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * Vector tables of JPL Horizons in their text form, rows labelled ("X = …") or comma-separated: geometric states about the
 * centre of a body, in TDB or UT, on ICRF or ecliptic-of-J2000 axes (obliquity 84381.448 arcsec, as Horizons states).
 */
final class HorizonsReader {
    private static final int POINTS = 4;
    private static final double DAY_S = 86400;
    private static final double OBLIQUITY = Math.toRadians(84381.448 / 3600);
    private static final int J2000_JD_NOON = 2451545;

    private static final Pattern CENTER = Pattern.compile("Center body name:\\s*(.*?)\\s*\\((-?\\d+)\\)");
    private static final Pattern UNITS = Pattern.compile("Output units\\s*:\\s*([A-Za-z]+-[A-Za-z]+)");
    private static final Pattern FRAME = Pattern.compile("Reference frame\\s*:\\s*(.+)");
    private static final Pattern TYPE = Pattern.compile("Output type\\s*:\\s*(\\w+)");
    private static final Pattern LABELLED_DATE = Pattern.compile("(\\d{7})(\\.\\d+)?\\s*=\\s*A\\.D\\..*");
    private static final Pattern LABEL = Pattern.compile("\\b(VX|VY|VZ|X|Y|Z)\\s*=\\s*([-+0-9.Ee]+)");
    private static final int CSV_COLUMNS = 8;

    private final OrekitContext context;

    HorizonsReader(OrekitContext context) {
        this.context = context;
    }

    record Content(Center center, Motion motion, int states) {}

    /** @throws EphemerisException when the file cannot be used, with its name and what to do */
    Content read(EphemerisFile file) {
        String text = new CcsdsText(file).text();
        List<String> lines = text.lines().map(String::strip).toList();
        int first = lines.indexOf("$$SOE") + 1;
        int last = lines.indexOf("$$EOE");
        if (first == 0 || last < first) {
            throw new EphemerisException(
                    file.name(),
                    null,
                    "The file is no whole Horizons table: its marks $$SOE and $$EOE are missing. Maybe export it as text,"
                            + " table type VECTORS.");
        }
        String head = String.join("\n", lines.subList(0, first));
        Center center = center(file.name(), head);
        if (!found(TYPE, head, "GEOMETRIC").equalsIgnoreCase("GEOMETRIC")) {
            throw unsupported(file.name(), "Output type", found(TYPE, head, ""), "geometric states (no aberration)");
        }
        double[] units = units(file.name(), found(UNITS, head, "KM-S"));
        Rotation toIcrf = axes(file.name(), found(FRAME, head, "ICRF"));
        boolean universal = head.contains("JDUT") || head.contains("; UT") || head.contains(" UT\n");
        TimeScale scale =
                universal ? context.utc() : context.data().getTimeScales().getTDB();
        List<TimeStampedPVCoordinates> nodes = new ArrayList<>();
        for (Row row : rows(file.name(), lines, first, last)) {
            AbsoluteDate date = date(row.day(), row.fraction(), scale);
            if (!nodes.isEmpty() && !date.isAfter(nodes.get(nodes.size() - 1).getDate())) {
                throw new EphemerisException(
                        file.name() + ":" + row.line(), null, "The states are not in order of time. Maybe sort them.");
            }
            double[] v = row.values();
            nodes.add(new TimeStampedPVCoordinates(
                    date,
                    toIcrf.applyTo(new Vector3D(v[0], v[1], v[2])).scalarMultiply(units[0]),
                    toIcrf.applyTo(new Vector3D(v[3], v[4], v[5])).scalarMultiply(units[0] / units[1])));
        }
        if (nodes.size() < 2) {
            throw new EphemerisException(
                    file.name(),
                    Integer.toString(nodes.size()),
                    "The table has too few states (" + nodes.size() + ", at least 2). Maybe ask for a smaller step.");
        }
        StateTable table = new StateTable(nodes, POINTS, true);
        Coverage.Span span = new Coverage.Span(
                nodes.get(0).getDate(), nodes.get(nodes.size() - 1).getDate());
        return new Content(
                center, new TabulatedMotion(List.of(new TabulatedMotion.Segment(table, span))), nodes.size());
    }

    /** A state as written: x, y, z, vx, vy, vz at a Julian day number and a fraction of a day. */
    private record Row(int line, int day, double fraction, double[] values) {}

    private static List<Row> rows(String name, List<String> lines, int first, int last) {
        List<Row> rows = new ArrayList<>();
        int i = first;
        while (i < last) {
            String line = lines.get(i);
            Matcher date = LABELLED_DATE.matcher(line);
            if (line.isEmpty()) {
                i++;
            } else if (date.matches()) {
                int end = i + 1;
                StringBuilder state = new StringBuilder();
                while (end < last && !LABELLED_DATE.matcher(lines.get(end)).matches()) {
                    state.append(lines.get(end++)).append(' ');
                }
                rows.add(new Row(i + 1, integer(date.group(1)), fraction(date.group(2)), labelled(name, i + 1, state)));
                i = end;
            } else {
                rows.add(commaSeparated(name, i + 1, line));
                i++;
            }
        }
        return rows;
    }

    private static double[] labelled(String name, int line, CharSequence state) {
        double[] values = new double[6];
        int found = 0;
        Matcher matcher = LABEL.matcher(state);
        while (matcher.find()) {
            int at = List.of("X", "Y", "Z", "VX", "VY", "VZ").indexOf(matcher.group(1));
            values[at] = number(name, line, matcher.group(2));
            found |= 1 << at;
        }
        if (found != 0x3f) {
            throw new EphemerisException(
                    name + ":" + line,
                    null,
                    "The state of this line lacks X, Y, Z, VX, VY or VZ. Maybe export vector table type 2 or 3.");
        }
        return values;
    }

    private static Row commaSeparated(String name, int line, String text) {
        String[] columns = text.split("\\s*,\\s*");
        Matcher jd = Pattern.compile("(\\d{7})(\\.\\d+)?").matcher(columns[0]);
        if (columns.length < CSV_COLUMNS || !jd.matches()) {
            throw new EphemerisException(
                    name + ":" + line,
                    text,
                    "This line is no row of a Horizons vector table. Maybe export vector table type 2 or 3, without other"
                            + " columns.");
        }
        double[] values = new double[6];
        for (int k = 0; k < 6; k++) {
            values[k] = number(name, line, columns[k + 2]);
        }
        return new Row(line, integer(jd.group(1)), fraction(jd.group(2)), values);
    }

    private static double number(String name, int line, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as any other text that is no number
        }
        throw new EphemerisException(
                name + ":" + line,
                text,
                "This line has a value that is no number (" + text + "). Maybe export it again.");
    }

    private static int integer(String digits) {
        return Integer.parseInt(digits);
    }

    private static double fraction(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble("0" + digits);
    }

    private static AbsoluteDate date(int julianDay, double fraction, TimeScale scale) {
        DateComponents noon = new DateComponents(DateComponents.J2000_EPOCH, julianDay - J2000_JD_NOON);
        boolean morning = fraction >= 0.5;
        DateComponents day = morning ? new DateComponents(noon, 1) : noon;
        double seconds = DAY_S * (morning ? fraction - 0.5 : fraction + 0.5);
        return new AbsoluteDate(day, new TimeComponents(seconds), scale);
    }

    private static Center center(String name, String head) {
        Matcher matcher = CENTER.matcher(head);
        String shown = matcher.find() ? matcher.group(1) + " (" + matcher.group(2) + ")" : "";
        Center center = shown.isEmpty()
                ? null
                : switch (matcher.group(2)) {
                    case "399" -> new Center(Body.EARTH);
                    case "301" -> new Center(Body.MOON);
                    case "10" -> new Center(Body.SUN);
                    case "499" -> new Center(Body.MARS);
                    case "0" -> Center.BARYCENTER;
                    default -> null;
                };
        if (center == null || (head.contains("Center-site name:") && !head.contains("BODY CENTER"))) {
            throw unsupported(
                    name, "Center body name", shown, "the centre of the Earth, Moon, Sun, Mars or solar system");
        }
        return center;
    }

    /** Metres and seconds of the units of length and time. */
    private static double[] units(String name, String units) {
        return switch (units.toUpperCase(Locale.ROOT)) {
            case "KM-S" -> new double[] {1000, 1};
            case "KM-D" -> new double[] {1000, DAY_S};
            case "AU-D" -> new double[] {Constants.IAU_2012_ASTRONOMICAL_UNIT, DAY_S};
            default -> throw unsupported(name, "Output units", units, "KM-S, KM-D or AU-D");
        };
    }

    private static Rotation axes(String name, String frame) {
        if (frame.contains("ICRF") && !frame.contains("Ecliptic")) {
            return Rotation.IDENTITY;
        }
        if (frame.contains("Ecliptic of J2000")) {
            return new Rotation(Vector3D.PLUS_I, OBLIQUITY, RotationConvention.VECTOR_OPERATOR);
        }
        throw unsupported(name, "Reference frame", frame, "ICRF or Ecliptic of J2000.0");
    }

    private static String found(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : otherwise;
    }

    private static EphemerisException unsupported(String name, String field, String value, String fix) {
        return new EphemerisException(
                name,
                value,
                field + " (" + value + ") of the Horizons table is not supported. Maybe export it with " + fix + ".");
    }
}
