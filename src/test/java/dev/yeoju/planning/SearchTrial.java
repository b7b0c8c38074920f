package dev.yeoju.planning;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import com.sun.management.OperatingSystemMXBean;
import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.content.ProblemInstances;
import dev.yeoju.model.Figures;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SolverOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Tries the search with other parameters than its own, over problems and seeds: the tool behind the tables on the search
 * in benchmarks/RESULTS.md.
 *
 * <pre>SearchTrial [steps=N] [time=PT60S] [seeds=5] [searches=2] [objective=fair] [each] PROBLEM… [NAME=VALUE,NAME=VALUE…]…</pre>
 *
 * <p>A problem is a file or a SatNet week by its name; a variant lists parameters of {@link SearchParameters}, {@code
 * default} none. Prints a row for each problem and variant: means over the seeds, the worst value, and steps by second of
 * processor time.
 */
final class SearchTrial {
    private final Map<String, String> options = new LinkedHashMap<>(
            Map.of("steps", "0", "time", "PT10M", "seeds", "5", "first", "0", "searches", "1", "objective", ""));
    private final List<String> problems = new ArrayList<>();
    private final List<String> variants = new ArrayList<>();
    private boolean each;

    private SearchTrial() {}

    /** @param args as above */
    public static void main(String[] args) throws IOException {
        SearchTrial trial = new SearchTrial();
        for (String arg : args) {
            trial.read(arg);
        }
        if (trial.variants.isEmpty()) {
            trial.variants.add("default");
        }
        trial.run();
    }

    private void read(String arg) {
        int equals = arg.indexOf('=');
        if (arg.equals("each")) {
            each = true;
        } else if (equals >= 0 && options.containsKey(arg.substring(0, equals))) {
            options.put(arg.substring(0, equals), arg.substring(equals + 1));
        } else if (equals >= 0 || arg.equals("default")) {
            variants.add(arg);
        } else {
            problems.add(arg);
        }
    }

    private String option(String name) {
        return Objects.requireNonNull(options.get(name));
    }

    private void run() throws IOException {
        System.out.println(
                "| problem | variant | value mean | worst | T_S | satisfied | U_RMS | U_MAX | C | steps/CPU s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (String name : problems) {
            ProblemInstance instance = instance(name);
            for (String variant : variants) {
                run(name, instance, variant);
            }
        }
    }

    private ProblemInstance instance(String name) throws IOException {
        Objective objective = option("objective").isEmpty()
                ? null
                : Objective.Preset.valueOf(option("objective").toUpperCase(Locale.ROOT))
                        .objective();
        if (name.endsWith(".json")) {
            return ProblemInstances.read(Path.of(name), objective);
        }
        return SatNetWeek.read(name, objective == null ? Objective.Preset.FAIR.objective() : objective);
    }

    private void run(String name, ProblemInstance instance, String variant) {
        PassPlanner planner =
                new PassPlanner(Integer.parseInt(option("searches")), parameters(variant), EnvironmentMode.NO_ASSERT);
        int first = Integer.parseInt(option("first"));
        int seeds = Integer.parseInt(option("seeds"));
        Means means = new Means();
        for (int seed = first; seed < first + seeds; seed++) {
            long cpu = cpuNanos();
            PlanningResult result = planner.solve(
                    instance,
                    new SolverOptions(Duration.parse(option("time")), Long.parseLong(option("steps")), seed),
                    PlanningListener.NONE,
                    new StopToken());
            double cpuS = (cpuNanos() - cpu) / 1e9;
            Evaluation evaluation = ScheduleChecker.evaluate(instance, result.tracks());
            if (!evaluation.isValid()) {
                throw new IllegalStateException("Rules are broken: " + evaluation.violations());
            }
            means.add(evaluation, result.steps() / cpuS);
            if (each) {
                Means one = new Means();
                one.add(evaluation, result.steps() / cpuS);
                one.print(name, variant + " seed " + seed);
            }
        }
        means.print(name, variant);
    }

    private static final class Means {
        private final List<double[]> rows = new ArrayList<>();

        void add(Evaluation evaluation, double stepsPerCpuS) {
            Figures figures = evaluation.figures();
            rows.add(new double[] {
                evaluation.value(),
                figures.trackedHours(),
                figures.satisfied(),
                figures.uRms(),
                figures.uMax(),
                75 * (1 - figures.uRms()) + 25 * (1 - figures.uMax()),
                stepsPerCpuS
            });
        }

        void print(String problem, String variant) {
            double worst = rows.stream().mapToDouble(row -> row[0]).min().orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.3f | %.3f | %.1f | %.1f | %.4f | %.4f | %.2f | %.0f |%n",
                    problem.substring(problem.lastIndexOf('/') + 1),
                    variant,
                    mean(0),
                    worst,
                    mean(1),
                    mean(2),
                    mean(3),
                    mean(4),
                    mean(5),
                    mean(6));
        }

        private double mean(int column) {
            return rows.stream().mapToDouble(row -> row[column]).average().orElseThrow();
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static SearchParameters parameters(String variant) {
        Map<String, String> given = new LinkedHashMap<>();
        if (!variant.equals("default")) {
            for (String pair : variant.split(",")) {
                given.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        RecordComponent[] components = SearchParameters.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int k = 0; k < components.length; k++) {
                types[k] = components[k].getType();
                String text = given.remove(components[k].getName());
                values[k] = text == null
                        ? components[k].getAccessor().invoke(SearchParameters.DEFAULT)
                        : value(types[k], text);
            }
            if (!given.isEmpty()) {
                throw new IllegalArgumentException("There is no parameter " + given.keySet() + " of the search.");
            }
            return SearchParameters.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> type, String text) {
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        return Double.valueOf(text);
    }
}
