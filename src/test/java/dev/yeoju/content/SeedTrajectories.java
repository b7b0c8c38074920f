package dev.yeoju.content;

import dev.yeoju.ephemeris.EphemerisException;
import dev.yeoju.ephemeris.EphemerisFile;
import dev.yeoju.ephemeris.EphemerisFiles;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.TrajectoryFactory;
import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The catalogue's derived ephemerides, read as a problem's files are. */
final class SeedTrajectories {
    static final Path DIRECTORY = Path.of("seeds", "ephemerides");
    static final OrekitContext OREKIT = OrekitContext.builtIn();

    private static final EphemerisFiles FILES = source -> {
        String name = source.ephemeris() + ".oem";
        try {
            return new EphemerisFile(name, Files.readAllBytes(DIRECTORY.resolve(name)));
        } catch (IOException e) {
            throw new EphemerisException(name, null, e.toString());
        }
    };

    private SeedTrajectories() {}

    /** @param ephemeris name of the file without its ending */
    static Trajectory read(String ephemeris, String start, String end) {
        return new TrajectoryFactory(OREKIT, FILES)
                .create(
                        ephemeris,
                        new TrajectorySpec.Oem(null, ephemeris),
                        new Interval(Instant.parse(start), Instant.parse(end)));
    }
}
