package dev.yeoju.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the files that a problem names may be read, beside the catalogue's ephemerides.
 *
 * @param folder that relative paths start from, or null where no file may be read
 * @param uploads finds uploaded ephemerides by id
 */
public record ProblemFiles(@Nullable Path folder, Function<String, Optional<byte[]>> uploads) {
    /** Files beside a problem's file, as on the command line. */
    public static ProblemFiles beside(Path problem) {
        Path folder = problem.toAbsolutePath().getParent();
        return new ProblemFiles(folder == null ? problem.toAbsolutePath().getRoot() : folder, id -> Optional.empty());
    }

    /** No file of this machine, as on the service. */
    static ProblemFiles uploaded(Function<String, Optional<byte[]>> uploads) {
        return new ProblemFiles(null, uploads);
    }

    /** No file at all. */
    public static ProblemFiles none() {
        return uploaded(id -> Optional.empty());
    }
}
