package dev.yeoju.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the files that a problem names may be read.
 *
 * @param folder that relative paths start from, or null where no file may be read
 */
public record ProblemFiles(@Nullable Path folder) {
    /** Files beside a problem's file, as on the command line. */
    public static ProblemFiles beside(Path problem) {
        Path folder = problem.toAbsolutePath().getParent();
        return new ProblemFiles(folder == null ? problem.toAbsolutePath().getRoot() : folder);
    }

    /** No file at all, as on the service: the catalogue's ephemerides alone. */
    public static ProblemFiles none() {
        return new ProblemFiles(null);
    }
}
