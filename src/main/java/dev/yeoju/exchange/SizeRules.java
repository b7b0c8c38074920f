package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Unavailability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How large a problem may be; each limit has its own message. */
final class SizeRules {
    private static final double SECONDS_A_DAY = 86_400;

    private SizeRules() {}

    static void checkCounts(Fields problem, @Nullable Interval horizon) {
        Value antennas = problem.get("antennas");
        long antennaCount = count(antennas);
        long spacecraftCount = count(problem.get("spacecraft"));
        limit(antennas, "antennas", antennaCount, Limits.ANTENNAS);
        limit(problem.get("spacecraft"), "spacecraft", spacecraftCount, Limits.SPACECRAFT);
        if (horizon != null) {
            double days = horizon.duration().toSeconds() / SECONDS_A_DAY;
            double product = antennaCount * (double) spacecraftCount * days;
            if (product > Limits.ANTENNA_SPACECRAFT_DAYS) {
                report(
                        problem.owner(),
                        "The problem asks for view periods of " + antennaCount + " antennas × " + spacecraftCount
                                + " spacecraft × " + days + " days (" + (long) product + "), and "
                                + (long) Limits.ANTENNA_SPACECRAFT_DAYS
                                + " are the most. Maybe a shorter horizon, or fewer spacecraft.");
            }
        }
    }

    static void checkExpansion(Value requests, KnownRequests known) {
        long count = Math.max(known.expandedCount(), count(requests));
        limit(requests, "requests after expansion", count, Limits.REQUESTS);
    }

    static void checkUnavailabilities(Value antennas, List<Parsed<Antenna>> parsed, @Nullable Interval horizon) {
        if (horizon == null) {
            return;
        }
        long count = 0;
        for (Parsed<Antenna> antenna : parsed) {
            for (Unavailability time : antenna.item().unavailable()) {
                boolean recurs = time.every() != null && time.interval().start().isBefore(horizon.end());
                count += recurs ? horizon.duration().dividedBy(time.every()) + 1 : 1;
            }
        }
        limit(antennas, "unavailable times within the horizon", count, Limits.UNAVAILABILITIES);
    }

    private static long count(Value array) {
        return array.json() instanceof Json.Arr arr ? arr.items().size() : 0;
    }

    private static void limit(Value field, String what, long count, long most) {
        if (count > most) {
            field.faults()
                    .add(
                            field.pointer(),
                            Long.toString(count),
                            "There are too many " + what + " (" + count + "): " + most
                                    + " are the most. Maybe split the problem.");
        }
    }

    private static void report(Value field, String message) {
        field.faults().add(field.pointer(), null, message);
    }
}
