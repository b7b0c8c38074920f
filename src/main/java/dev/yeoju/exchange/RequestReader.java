package dev.yeoju.exchange;

import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Recurrence;
import dev.yeoju.model.Service;
import dev.yeoju.model.Split;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An object of {@code requests} -> {@link TrackRequest}, before expansion. */
final class RequestReader {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final double MOST_PRIORITY = 1_000_000;

    private final Known known;

    RequestReader(Known known) {
        this.known = known;
    }

    /** The request with its defaults filled; null where it is too wrong to make one. */
    @Nullable
    TrackRequest read(Value value) {
        Fields fields = value.object(FieldNames.REQUEST);
        if (fields == null) {
            return null;
        }
        String id = CommonReader.id(fields.required("id"));
        String spacecraft = CommonReader.reference(fields.required("spacecraft"), known.spacecraftIds(), "spacecraft");
        Service service = fields.get("service").choice(Words.SERVICES);
        Band band = fields.get("band").choice(Words.BANDS);
        boolean uplink = uplink(fields.get("uplink"), service);
        List<ArrayOption> antennas = antennas(fields, band);
        Value windowField = fields.get("window");
        Interval window = windowField.isGiven() ? CommonReader.interval(windowField) : known.horizon();
        List<Interval> exclude = CommonReader.intervals(fields.get("exclude"));
        Recurrence recurrence = recurrence(fields.get("recurrence"), windowField, window);
        Value minField = fields.required("minDuration");
        Duration min = minField.duration(SECOND);
        Value preferredField = fields.get("preferredDuration");
        Duration preferred = preferredField.duration(SECOND);
        Duration setup = fields.get("setup").duration(Duration.ZERO);
        Duration teardown = fields.get("teardown").duration(Duration.ZERO);
        Split split = split(fields.get("split"), min);
        double priority = fields.get("priority").number(Range.positiveUpTo(MOST_PRIORITY), 1);
        boolean critical = fields.get("critical").flag(false);
        boolean mspa = fields.get("mspa").flag(false);
        Exclusive exclusive = fields.get("exclusive").choice(Words.EXCLUSIVES);
        Double minElevation = fields.get("minElevationDeg").number(Range.ELEVATION_DEG);
        Instant preferredTime = fields.get("preferredTime").second();
        List<Tie> ties = TieReader.read(fields.get("ties"));
        if (min != null && preferred != null && min.compareTo(preferred) > 0) {
            minField.fault(
                    "is longer than preferredDuration (" + preferredField.json().shown() + "). Maybe swap them.");
        }
        checkWindow(windowField, window, recurrence, minField, min);
        if (id == null || spacecraft == null || window == null || min == null) {
            return null;
        }
        return new TrackRequest(
                id,
                spacecraft,
                Objects.requireNonNullElse(service, Service.TELEMETRY),
                band,
                uplink,
                antennas,
                window,
                exclude,
                recurrence,
                min,
                Objects.requireNonNullElse(preferred, min),
                Objects.requireNonNullElse(setup, Duration.ZERO),
                Objects.requireNonNullElse(teardown, Duration.ZERO),
                split,
                priority,
                critical,
                mspa,
                Objects.requireNonNullElse(exclusive, Exclusive.SPACECRAFT),
                minElevation,
                preferredTime,
                ties,
                null);
    }

    private static boolean uplink(Value field, @Nullable Service service) {
        Boolean uplink = field.flag();
        boolean missing = !field.isGiven() || Boolean.FALSE.equals(uplink);
        if (missing && service != null && service.needsUplink()) {
            field.fault((field.isGiven() ? "does" : "is missing, which does") + " not go with the service " + service
                    + ", which transmits. Maybe set uplink to true.");
        }
        return Boolean.TRUE.equals(uplink);
    }

    private List<ArrayOption> antennas(Fields fields, @Nullable Band band) {
        Value field = fields.get("antennas");
        if (!field.isGiven()) {
            List<ArrayOption> all = known.antennasFor(band);
            // An antenna that is wrong in itself may be the one that serves the band.
            if (all.isEmpty()
                    && band != null
                    && known.antennas().size() == known.antennaIds().size()) {
                fields.get("band")
                        .fault("is served by no antenna. Maybe another band, or add it to an antenna's bands.");
            }
            return all;
        }
        if (field.json().equals(new Json.Arr(List.of()))) {
            field.fault("names no antenna. Maybe leave it out for every antenna that serves the band.");
            return List.of();
        }
        List<ArrayOption> options = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        boolean complete = true;
        for (Value item : field.items()) {
            ArrayOption option = option(item);
            if (option == null) {
                complete = false;
            } else if (!seen.add(new HashSet<>(option.antennas()))) {
                item.fault("is listed twice. Maybe remove one of them.");
            } else {
                options.add(option);
            }
        }
        if (complete && band != null && options.stream().noneMatch(option -> known.serves(option, band))) {
            field.fault("holds no option that serves the band " + band.label()
                    + " with every antenna. Maybe another band, or other antennas.");
        }
        return options;
    }

    private @Nullable ArrayOption option(Value value) {
        if (value.json() instanceof Json.Str str) {
            value.fault("is text, a list of antennas used together is expected. Maybe [\"" + Json.shorten(str.text())
                    + "\"].");
            return null;
        }
        Set<String> members = new LinkedHashSet<>();
        List<Value> items = value.items();
        boolean complete = !items.isEmpty();
        for (Value item : items) {
            String antenna = CommonReader.reference(item, known.antennaIds(), "antenna");
            if (antenna == null) {
                complete = false;
            } else if (!members.add(antenna)) {
                item.fault("is twice in one array. Maybe remove one of them.");
            }
        }
        if (items.isEmpty() && value.json() instanceof Json.Arr) {
            value.fault("names no antenna. Maybe remove it.");
        }
        return complete && !members.isEmpty() ? new ArrayOption(List.copyOf(members)) : null;
    }

    private @Nullable Recurrence recurrence(Value value, Value windowField, @Nullable Interval window) {
        Fields fields = value.object(FieldNames.RECURRENCE);
        if (fields == null) {
            return null;
        }
        Value everyField = fields.required("every");
        Duration every = everyField.duration(SECOND);
        Integer count = fields.get("count").count(1, (int) Limits.REQUESTS);
        Duration minSeparation = fields.get("minSeparation").duration(Duration.ZERO);
        if (every == null) {
            return null;
        }
        if (window != null && every.compareTo(window.duration()) > 0) {
            everyField.fault("is longer than " + (windowField.isGiven() ? "the window" : "the horizon") + " ("
                    + window.duration() + "), so that not one period fits. Maybe a shorter period, or no recurrence.");
        }
        int asked = count == null ? 1 : count;
        long members = window == null ? Limits.REQUESTS : window.duration().dividedBy(every) * asked;
        return new Recurrence(every, asked, minSeparation, withdrawn(fields.get("withdrawn"), members));
    }

    private static List<Integer> withdrawn(Value field, long members) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (Value item : field.items()) {
            Integer number = item.count(1, (int) Math.max(1, Math.min(members, Limits.REQUESTS)));
            if (number != null && !numbers.add(number)) {
                item.fault("is listed twice. Maybe remove one of them.");
            }
        }
        return List.copyOf(numbers);
    }

    private static @Nullable Split split(Value value, @Nullable Duration min) {
        Fields fields = value.object(FieldNames.SPLIT);
        if (fields == null) {
            return null;
        }
        Integer maxTracks = fields.required("maxTracks").count(1, 1000);
        Value shortestField = fields.required("minTrackDuration");
        Duration shortest = shortestField.duration(SECOND);
        if (shortest != null && min != null && shortest.compareTo(min) > 0) {
            shortestField.fault("is longer than minDuration (" + min + ") of all tracks together. Maybe swap them.");
        }
        return maxTracks == null || shortest == null ? null : new Split(maxTracks, shortest);
    }

    private void checkWindow(
            Value windowField,
            @Nullable Interval window,
            @Nullable Recurrence recurrence,
            Value minField,
            @Nullable Duration min) {
        if (window == null) {
            return;
        }
        Interval horizon = known.horizon();
        if (windowField.isGiven() && horizon != null) {
            if (!window.overlaps(horizon)) {
                windowField.fault("lies outside the horizon (" + horizon.start() + " to " + horizon.end()
                        + "). Maybe correct its dates.");
            } else if (recurrence != null && !horizon.contains(window)) {
                windowField.fault("reaches beyond the horizon (" + horizon.start() + " to " + horizon.end()
                        + "), and the request recurs: members outside could never be tracked."
                        + " Maybe leave the window out.");
            }
        }
        Duration room = recurrence == null ? window.duration() : recurrence.every();
        if (min != null && min.compareTo(room) > 0) {
            String where = recurrence != null
                    ? "a period of the recurrence"
                    : windowField.isGiven() ? "the window" : "the horizon";
            minField.fault("is longer than " + where + " (" + room + "). Maybe a shorter one.");
        }
    }
}
