package dev.yeoju.seeds;

import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.model.Problem;
import dev.yeoju.seeds.BenchProblem.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the generated families of {@code problems/bench}: {@code BenchProblems DIRECTORY} writes the small ones,
 * {@code BenchProblems DIRECTORY NAME…} those that are named, large ones too.
 */
public final class BenchProblems {
    private static final long SEED = 2027;
    private static final Map<String, String> ONE = Map.of("ANT-1", "ONE");

    private BenchProblems() {}

    /** @param args the directory to write to, then names; none for the small ones */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            throw new IllegalArgumentException("The directory to write to is missing.");
        }
        Path directory = Files.createDirectories(Path.of(args[0]));
        List<String> names = args.length > 1 ? List.of(args).subList(1, args.length) : small();
        for (String name : names) {
            Files.writeString(directory.resolve(name + ".json"), ProblemWriter.toJson(problem(name)));
        }
    }

    /** Names of those that are checked in. */
    public static List<String> small() {
        return List.of("one-antenna-1x", "one-antenna-2x", "one-antenna-3x", "one-antenna-4x");
    }

    /** Names of those that are made on demand. */
    public static List<String> large() {
        return List.of("network-13x300", "network-13x4w", "network-13x13w", "network-13x52w");
    }

    /** The problem of a name. */
    public static Problem problem(String name) {
        Family family = families().get(name);
        if (family == null) {
            throw new IllegalArgumentException("The family (" + name + ") is not one of "
                    + String.join(", ", families().keySet()) + ".");
        }
        return BenchProblem.of(family, SEED);
    }

    private static Map<String, Family> families() {
        Map<String, Family> families = new LinkedHashMap<>();
        for (int ratio = 1; ratio <= 4; ratio++) {
            add(families, new Family("one-antenna-" + ratio + "x", ONE, 1, 12, 0, ratio));
        }
        add(families, new Family("network-13x300", network(), 1, 30, 300, 0));
        for (int weeks : new int[] {4, 13, 52}) {
            add(families, new Family("network-13x" + weeks + "w", network(), weeks, 30, 300, 0));
        }
        return families;
    }

    private static void add(Map<String, Family> families, Family family) {
        families.put(family.name(), family);
    }

    private static Map<String, String> network() {
        Map<String, String> antennas = new LinkedHashMap<>();
        List.of("DSS-14", "DSS-24", "DSS-25", "DSS-26").forEach(id -> antennas.put(id, "GOLDSTONE"));
        List.of("DSS-34", "DSS-35", "DSS-36", "DSS-43").forEach(id -> antennas.put(id, "CANBERRA"));
        List.of("DSS-54", "DSS-55", "DSS-56", "DSS-63", "DSS-65").forEach(id -> antennas.put(id, "MADRID"));
        return antennas;
    }
}
