package dev.yeoju.service;

import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.RequestExpansion;
import java.util.List;

/**
 * A problem as a list shows it.
 *
 * @param id fit for a URL
 * @param antennas how many
 * @param spacecraft how many
 * @param requests how many after expansion
 * @param origin where it comes from
 */
public record ProblemSummary(
        String id,
        String name,
        String description,
        List<String> tags,
        Interval horizon,
        int antennas,
        int spacecraft,
        int requests,
        Origin origin) {
    /** Where a problem comes from. */
    public enum Origin {
        /** It came with the program. */
        BUNDLED,
        /** Somebody saved it. */
        SAVED
    }

    public ProblemSummary {
        tags = List.copyOf(tags);
    }

    static ProblemSummary of(String id, Problem problem, Origin origin) {
        return new ProblemSummary(
                id,
                problem.name(),
                problem.description(),
                problem.tags(),
                problem.horizon(),
                problem.antennas().size(),
                problem.spacecraft().size(),
                RequestExpansion.of(problem.requests()).requests().size(),
                origin);
    }
}
