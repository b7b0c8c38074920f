package dev.yeoju.benchmark;

import dev.yeoju.check.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one antenna gives to a network: the same requests planned without it and with it, seed by seed.
 *
 * @param problem name of the problem, the antenna in it
 * @param antenna id of the antenna that is taken away
 * @param start of the horizon, ISO 8601
 * @param end of the horizon, ISO 8601
 * @param objective name of the objective's preset
 * @param stepLimit of each search
 * @param searches side by side
 * @param missions in the order of the problem
 * @param antennas in the order of the problem
 * @param pairs by seed
 */
public record AntennaStudy(
        String problem,
        String antenna,
        String start,
        String end,
        String objective,
        long stepLimit,
        int searches,
        List<Mission> missions,
        List<String> antennas,
        List<Pair> pairs) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * @param mayUse whether some request of the mission may be served by the antenna
     */
    public record Mission(String id, double requestedHours, int requests, boolean mayUse) {}

    /** The two schedules of one seed. */
    public record Pair(long seed, Outcome without, Outcome with) {}

    /**
     * One schedule.
     *
     * @param bound proven upper bound on the value, or null
     * @param trackedHours of each mission, in the study's order; a request's count up to what it prefers
     * @param satisfied requests of each mission with at least their minimum
     * @param activityHours setup, track and teardown on each antenna, in the study's order
     */
    public record Outcome(
            double value,
            @Nullable Double bound,
            List<Double> trackedHours,
            List<Integer> satisfied,
            List<Double> activityHours) {
        public Outcome {
            trackedHours = List.copyOf(trackedHours);
            satisfied = List.copyOf(satisfied);
            activityHours = List.copyOf(activityHours);
        }

        double tracked() {
            return trackedHours.stream().mapToDouble(Double::doubleValue).sum();
        }

        int satisfiedRequests() {
            return satisfied.stream().mapToInt(Integer::intValue).sum();
        }

        @Nullable
        Double gapPercent() {
            return Gap.percent(true, value, bound);
        }
    }

    public AntennaStudy {
        missions = List.copyOf(missions);
        antennas = List.copyOf(antennas);
        pairs = List.copyOf(pairs);
    }

    public String json() {
        return JSON.writeValueAsString(this) + "\n";
    }

    double requested() {
        return missions.stream().mapToDouble(Mission::requestedHours).sum();
    }

    int requests() {
        return missions.stream().mapToInt(Mission::requests).sum();
    }

    /** Hours that the antenna gives back to a mission, by seed. */
    List<Double> givenBack(int mission) {
        return pairs.stream()
                .map(pair -> pair.with().trackedHours().get(mission)
                        - pair.without().trackedHours().get(mission))
                .toList();
    }

    /** Missions by the hours given back on average, most first. */
    List<Integer> byGivenBack() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < missions.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(mean(givenBack(b)), mean(givenBack(a))));
        return order;
    }

    double mean(ToDoubleFunction<Pair> figure) {
        return pairs.stream().mapToDouble(figure).average().orElse(0);
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
