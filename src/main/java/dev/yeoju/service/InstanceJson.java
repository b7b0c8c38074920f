package dev.yeoju.service;

import dev.yeoju.exchange.ExpandedRequestsJson;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.exchange.ViewPeriodJson;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.visibility.ViewSamples;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was made of a problem as the JSON that clients get. */
@Component
class InstanceJson {
    private static final int ANGLE_DECIMALS = 4;
    private static final int SKY_DECIMALS = 3;
    private static final int RANGE_DECIMALS = 3;
    private static final int RATE_DECIMALS = 6;

    private final JsonMapper mapper = JsonMapper.builder().build();

    String requests(Problem problem, RequestExpansion expansion) {
        return ExpandedRequestsJson.toTree(expansion.requests(), problem.spacecraft())
                .toString();
    }

    String viewPeriods(List<ViewPeriod> viewPeriods) {
        ArrayNode array = mapper.createArrayNode();
        viewPeriods.forEach(period -> array.add(ViewPeriodJson.toTree(period)));
        return array.toString();
    }

    /**
     * View periods with directions, and warnings.
     *
     * @param samples one entry a view period
     * @param sky whether to say where Sun and Moon are
     */
    String sampled(
            List<ViewPeriod> viewPeriods,
            List<@Nullable ViewSamples> samples,
            double stepS,
            boolean sky,
            List<String> warnings) {
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode array = answer.putArray("viewPeriods");
        for (int i = 0; i < samples.size(); i++) {
            ObjectNode node = ViewPeriodJson.toTree(viewPeriods.get(i));
            ViewSamples directions = samples.get(i);
            if (directions != null) {
                ObjectNode fields = node.putObject("samples");
                fields.put("start", directions.start().toString());
                fields.put("stepS", stepS);
                numbers(fields.putArray("azDeg"), directions.azimuthDeg(), ANGLE_DECIMALS);
                numbers(fields.putArray("elDeg"), directions.elevationDeg(), ANGLE_DECIMALS);
                numbers(fields.putArray("rangeKm"), directions.rangeKm(), RANGE_DECIMALS);
                numbers(fields.putArray("rangeRateKmPerS"), directions.rangeRateKmPerS(), RATE_DECIMALS);
                if (sky) {
                    numbers(fields.putArray("sepDeg"), directions.sepDeg(), SKY_DECIMALS);
                    directions(fields, "sun", directions.sun());
                    directions(fields, "moon", directions.moon());
                }
            }
            array.add(node);
        }
        ArrayNode said = answer.putArray("warnings");
        warnings.forEach(said::add);
        return answer.toString();
    }

    private static void directions(ObjectNode fields, String body, ViewSamples.Directions directions) {
        numbers(fields.putArray(body + "AzDeg"), directions.azimuthDeg(), SKY_DECIMALS);
        numbers(fields.putArray(body + "ElDeg"), directions.elevationDeg(), SKY_DECIMALS);
    }

    private static void numbers(ArrayNode array, List<Double> values, int decimals) {
        double scale = Math.pow(10, decimals);
        values.forEach(value -> array.add(Math.rint(value * scale) / scale));
    }

    /** A problem to begin with: one spacecraft of an uploaded ephemeris, tracked once a day by one antenna. */
    String trackingProblem(String name, String id, String ephemeris, String antenna, Interval horizon) {
        ObjectNode problem = mapper.createObjectNode();
        problem.put("schemaVersion", Problem.SCHEMA_VERSION);
        problem.put("name", name + " on " + antenna);
        problem.put(
                "description",
                "Made of an ephemeris: " + name + " is tracked by " + antenna
                        + " once a day. What is asked for is ours, to be replaced by what the mission asks.");
        problem.putArray("tags").add("imported");
        problem.putObject("horizon")
                .put("start", horizon.start().toString())
                .put("end", horizon.end().toString());
        problem.putArray("antennas").addObject().put("catalogue", antenna);
        ObjectNode craft = problem.putArray("spacecraft").addObject();
        craft.put("id", id).put("name", name).put("mission", id);
        craft.putObject("trajectory").put("type", "oem").put("ephemeris", ephemeris);
        ObjectNode request = problem.putArray("requests").addObject();
        request.put("id", id + "-TM").put("spacecraft", id).put("service", "TELEMETRY");
        request.putArray("antennas").addArray().add(antenna);
        if (horizon.duration().compareTo(Duration.ofDays(1)) >= 0) {
            request.putObject("recurrence").put("every", "P1D");
        }
        request.put("minDuration", "PT1H").put("preferredDuration", "PT2H");
        request.put("setup", "PT30M").put("teardown", "PT15M").put("priority", 1);
        return problem.toPrettyString();
    }

    String schedule(Schedule schedule) {
        return ScheduleJson.toTree(schedule).toString();
    }

    String strings(List<String> strings) {
        return mapper.writeValueAsString(strings);
    }

    List<String> strings(String json) {
        return mapper.readValue(json, new TypeReference<List<String>>() {});
    }

    /** Any record of plain values. */
    String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    <T> T value(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }
}
