package dev.yeoju.content;

import dev.yeoju.ephemeris.EphemerisException;
import dev.yeoju.ephemeris.EphemerisFile;
import dev.yeoju.ephemeris.EphemerisFiles;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.TrajectoryFactory;
import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.visibility.Visibility;
import dev.yeoju.visibility.VisibilityListener;
import dev.yeoju.visibility.VisibilityService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The catalogue's trajectories, derived ephemerides among them, read as a problem's are. */
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
    private static final TrajectoryFactory FACTORY = new TrajectoryFactory(OREKIT, FILES);

    private SeedTrajectories() {}

    /** @param ephemeris name of the file without its ending */
    static Trajectory read(String ephemeris, String start, String end) {
        return FACTORY.create(
                ephemeris,
                new TrajectorySpec.Oem(null, ephemeris),
                new Interval(Instant.parse(start), Instant.parse(end)));
    }

    /** The trajectory of an entry of the catalogue. */
    static Trajectory ofEntry(String spacecraft, String start, String end) {
        Problem problem = problem(List.of("KDSA"), List.of(spacecraft), start, end);
        return FACTORY.create(
                spacecraft, Objects.requireNonNull(problem.spacecraft().get(0).trajectory()), problem.horizon());
    }

    /** When the problem's antennas see its spacecraft. */
    static Visibility visibility(Problem problem) {
        return new VisibilityService(OREKIT)
                .compute(
                        problem,
                        (spacecraft, horizon) -> FACTORY.create(
                                spacecraft.id(), Objects.requireNonNull(spacecraft.trajectory()), horizon),
                        new VisibilityListener() {});
    }

    /** A problem without requests, on entries of the catalogue. */
    static Problem problem(List<String> antennas, List<String> spacecraft, String start, String end) {
        String json = "{\"schemaVersion\": 1, \"name\": \"test\", \"horizon\": {\"start\": \"" + start
                + "\", \"end\": \"" + end + "\"}, \"antennas\": " + references(antennas) + ", \"spacecraft\": "
                + references(spacecraft) + ", \"requests\": []}";
        return ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
    }

    private static String references(List<String> ids) {
        return ids.stream().map(id -> "{\"catalogue\": \"" + id + "\"}").collect(Collectors.joining(", ", "[", "]"));
    }
}
