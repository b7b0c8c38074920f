package dev.yeoju.exchange;

import dev.yeoju.model.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code problem.json} of a SatNet week -> requests, strictly, with every fault reported. */
final class SatNetRequestReader {
    private static final Set<String> REQUEST = FieldNames.names(
            "subject",
            "user",
            "week",
            "year",
            "duration",
            "duration_min",
            "resources",
            "track_id",
            "setup_time",
            "teardown_time",
            "time_window_start",
            "time_window_end",
            "resource_vp_dict");
    private static final Set<String> PERIOD = FieldNames.names("RISE", "SET", "TRX ON", "TRX OFF");
    /** Between the antennas of an array, in the names of {@code resource_vp_dict}. */
    private static final String JOINT = "_";

    private static final int SECONDS_AN_HOUR = 3600;
    private static final int SECONDS_A_MINUTE = 60;
    private static final double MOST_HOURS = Limits.HORIZON.toHours();

    private final Set<String> ids = new HashSet<>();

    /** The requests that could be read. */
    static List<SatNetRequest> read(Value root) {
        SatNetRequestReader reader = new SatNetRequestReader();
        List<SatNetRequest> requests = new ArrayList<>();
        List<Value> items = root.items();
        if (items.isEmpty() && root.json() instanceof Json.Arr) {
            root.fault("holds no request. Maybe the wrong file was given.");
        }
        for (Value item : items) {
            SatNetRequest request = reader.request(item);
            if (request != null) {
                requests.add(request);
            }
        }
        return requests;
    }

    private @Nullable SatNetRequest request(Value value) {
        Fields fields = value.object(REQUEST);
        if (fields == null) {
            return null;
        }
        Value idField = fields.required("track_id");
        String id = CommonReader.id(idField);
        if (id != null && !ids.add(id)) {
            idField.fault("is the id of two requests. Maybe rename one of them.");
        }
        String subject = subject(fields.required("subject"));
        Integer week = whole(fields.get("week"), 1, 53);
        Integer year = whole(fields.get("year"), 1957, 2199);
        Value preferredField = fields.required("duration");
        Duration preferred = hours(preferredField);
        Value minField = fields.required("duration_min");
        Duration min = hours(minField);
        Duration setup = minutes(fields.required("setup_time"));
        Duration teardown = minutes(fields.required("teardown_time"));
        Interval window = interval(fields, "time_window_start", "time_window_end");
        if (min != null && preferred != null && min.compareTo(preferred) > 0) {
            minField.fault("is longer than duration (" + preferredField.json().shown() + "). Maybe swap them.");
        } else if (min != null && window != null && min.compareTo(window.duration()) > 0) {
            minField.fault("is longer than the time window (" + window.duration() + "). Maybe a shorter one.");
        }
        Map<String, List<String>> resources = resources(fields.required("resources"));
        Map<List<String>, List<Interval>> periods = viewPeriods(fields.required("resource_vp_dict"), resources);
        if (id == null
                || subject == null
                || min == null
                || preferred == null
                || setup == null
                || teardown == null
                || window == null) {
            return null;
        }
        return new SatNetRequest(
                id, subject, week, year, min, preferred, setup, teardown, window, within(window, periods));
    }

    /** A mission: a number, or a name. */
    private static @Nullable String subject(Value field) {
        if (field.json() instanceof Json.Num) {
            Long number = field.integer(0, Long.MAX_VALUE);
            return number == null ? null : number.toString();
        }
        return CommonReader.id(field);
    }

    /** The antennas of every resource by its name in {@code resource_vp_dict}. */
    private static Map<String, List<String>> resources(Value field) {
        Map<String, List<String>> resources = new LinkedHashMap<>();
        for (Value item : field.items()) {
            List<String> antennas = new ArrayList<>();
            for (Value member : item.items()) {
                String antenna = CommonReader.id(member);
                if (antenna != null && antennas.contains(antenna)) {
                    member.fault("is twice in one array. Maybe remove one of them.");
                } else if (antenna != null) {
                    antennas.add(antenna);
                }
            }
            resources.put(String.join(JOINT, antennas), antennas);
        }
        return resources;
    }

    private static Map<List<String>, List<Interval>> viewPeriods(Value field, Map<String, List<String>> resources) {
        Map<List<String>, List<Interval>> periods = new LinkedHashMap<>();
        field.members().forEach((name, own) -> {
            List<String> antennas = resources.get(name);
            if (antennas == null) {
                own.faults()
                        .add(
                                own.pointer(),
                                Json.shorten(name),
                                "resource_vp_dict (" + Json.shorten(name) + ") is not among the request's resources. "
                                        + NearestName.hint(name, resources.keySet(), "Maybe add it to resources."));
            }
            List<Interval> times = times(own);
            if (antennas != null && !antennas.isEmpty()) {
                periods.put(antennas, times);
            }
        });
        return periods;
    }

    /** The times of one antenna or array. A period whose TRX ON is its TRX OFF is of no use, and left out. */
    private static List<Interval> times(Value field) {
        record Place(Value value, Interval interval) {}
        List<Place> places = new ArrayList<>();
        for (Value item : field.items()) {
            Fields fields = item.object(PERIOD);
            if (fields == null) {
                continue;
            }
            second(fields.get("RISE"));
            second(fields.get("SET"));
            Instant on = second(fields.required("TRX ON"));
            Value offField = fields.required("TRX OFF");
            Instant off = second(offField);
            if (on != null && off != null && off.isBefore(on)) {
                offField.fault("is before TRX ON (" + on.getEpochSecond() + "). Maybe they are swapped.");
            } else if (on != null && off != null && off.isAfter(on)) {
                places.add(new Place(item, new Interval(on, off)));
            }
        }
        places.sort(Comparator.comparing(place -> place.interval().start()));
        for (int i = 1; i < places.size(); i++) {
            Interval before = places.get(i - 1).interval();
            if (places.get(i).interval().overlaps(before)) {
                places.get(i)
                        .value()
                        .fault("overlaps another of the same antennas ("
                                + before.start().getEpochSecond() + " to "
                                + before.end().getEpochSecond() + "). Maybe join them.");
            }
        }
        return places.stream().map(Place::interval).toList();
    }

    /** Only times in the window are of use. */
    private static Map<List<String>, List<Interval>> within(
            Interval window, Map<List<String>, List<Interval>> periods) {
        Map<List<String>, List<Interval>> within = new LinkedHashMap<>();
        periods.forEach((antennas, times) -> {
            List<Interval> parts = times.stream()
                    .map(window::intersection)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
            if (!parts.isEmpty()) {
                within.put(antennas, parts);
            }
        });
        return within;
    }

    private static @Nullable Interval interval(Fields fields, String startName, String endName) {
        Instant start = second(fields.required(startName));
        Value endField = fields.required(endName);
        Instant end = second(endField);
        if (start == null || end == null) {
            return null;
        }
        if (!end.isAfter(start)) {
            endField.fault("is not after " + startName + " (" + start.getEpochSecond() + "). Maybe they are swapped.");
            return null;
        }
        return new Interval(start, end);
    }

    private static @Nullable Instant second(Value field) {
        Long second = field.integer(Limits.EARLIEST.getEpochSecond(), Limits.LATEST.getEpochSecond());
        return second == null ? null : Instant.ofEpochSecond(second);
    }

    /** The planner's step is a second: to the nearest one. */
    private static @Nullable Duration hours(Value field) {
        Duration hours = duration(field, Range.positiveUpTo(MOST_HOURS), SECONDS_AN_HOUR, RoundingMode.HALF_UP);
        if (hours != null && hours.isZero()) {
            field.fault("is less than half a second. Maybe hours are meant.");
            return null;
        }
        return hours;
    }

    /** Rounded up, so that an antenna is never free too early. */
    private static @Nullable Duration minutes(Value field) {
        return duration(field, Range.between(0, MOST_HOURS * SECONDS_A_MINUTE), SECONDS_A_MINUTE, RoundingMode.CEILING);
    }

    private static @Nullable Duration duration(Value field, Range range, int seconds, RoundingMode mode) {
        if (field.number(range) == null || !(field.json() instanceof Json.Num num)) {
            return null;
        }
        return Duration.ofSeconds(new BigDecimal(num.text())
                .multiply(BigDecimal.valueOf(seconds))
                .setScale(0, mode)
                .longValueExact());
    }

    /** A whole number, which may have been written as 10.0. */
    private static @Nullable Integer whole(Value field, int least, int most) {
        Double number = field.number(Range.between(least, most));
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number)) {
            field.fault("is not a whole number. Maybe write it without fraction.");
            return null;
        }
        return number.intValue();
    }
}
