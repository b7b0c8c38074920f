package dev.yeoju.benchmark;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs of a benchmark, for a program; {@link ReportTables} and {@link ReportPage} are for people.
 *
 * @param protocol how they were made, one line
 * @param runs by problem, then configuration, then seed
 */
public record BenchmarkReport(String protocol, List<BenchmarkRun> runs) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public BenchmarkReport {
        runs = List.copyOf(runs);
    }

    public String json() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @throws InvalidInputException when it is no such report
     */
    public static BenchmarkReport read(byte[] json) {
        try {
            return JSON.readValue(new String(json, StandardCharsets.UTF_8), BenchmarkReport.class);
        } catch (JacksonException | NullPointerException e) {
            throw new InvalidInputException(
                    InvalidInputException.Kind.MALFORMED,
                    List.of(new Fault(
                            "", null, "This is no report of the command benchmark. Maybe its report.json is meant.")));
        }
    }

    /** The runs of each problem, by configuration. */
    Map<String, Map<String, List<BenchmarkRun>>> grouped() {
        Map<String, Map<String, List<BenchmarkRun>>> groups = new LinkedHashMap<>();
        for (BenchmarkRun run : runs) {
            groups.computeIfAbsent(run.problem(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(run.configuration(), k -> new ArrayList<>())
                    .add(run);
        }
        return groups;
    }
}
