package dev.yeoju.planning;

import dev.yeoju.exchange.SatNet;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The weeks of the SatNet benchmark beside the checkout, as problems ready for planning. */
public final class SatNetWeek {
    private static final Path FOLDER = Path.of("..", "shared", "satnet");

    private SatNetWeek() {}

    public static boolean isPresent() {
        return Files.isDirectory(FOLDER);
    }

    /** {@code problem.json} of a week such as W10_2018. */
    public static byte[] requests(String week) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(week).resolve("problem.json"));
    }

    /** {@code maintenance.csv} of a week. */
    public static byte[] maintenance(String week) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(week).resolve("maintenance.csv"));
    }

    public static ProblemInstance read(String week, Objective objective) throws IOException {
        Problem problem = SatNet.problem(SatNet.requests(requests(week)), SatNet.maintenance(maintenance(week)))
                .problem()
                .withObjective(objective);
        return Pipeline.over(null)
                .prepare(problem, ProblemFiles.beside(FOLDER.resolve(week)), new StopSignal())
                .instance();
    }
}
