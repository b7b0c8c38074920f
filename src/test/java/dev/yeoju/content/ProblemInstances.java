package dev.yeoju.content;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.visibility.Visibility;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Problem files with their view periods, for tests and measurements. */
public final class ProblemInstances {
    private ProblemInstances() {}

    /** @param objective to plan by instead of the problem's own, or null */
    public static ProblemInstance read(Path file, @Nullable Objective objective) throws IOException {
        Problem problem = ProblemReader.read(file, Catalogue.bundled());
        if (objective != null) {
            problem = problem.withObjective(objective);
        }
        Visibility visibility = SeedTrajectories.visibility(problem);
        return new ProblemInstance(
                problem,
                RequestExpansion.of(problem.requests()).requests(),
                visibility.viewPeriods(),
                visibility.absences(),
                visibility.warnings());
    }
}
