package dev.yeoju.ephemeris;

import dev.yeoju.model.TrajectorySpec;

/** Finds the files that a problem names: beside it on the command line, uploaded or in the catalogue on the server. */
@FunctionalInterface
public interface EphemerisFiles {
    /**
     * Reads a file whole.
     *
     * @throws EphemerisException when there is no such file or it may not be read
     */
    EphemerisFile read(TrajectorySpec.FromFile source);
}
