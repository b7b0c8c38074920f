package dev.yeoju.visibility;

import dev.yeoju.ephemeris.EphemerisException;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.TrajectoryFactory;
import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.Elements;
import dev.yeoju.model.TrajectorySpec.Keplerian;
import dev.yeoju.model.TrajectorySpec.Surface;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Problems without requests out of the catalogue, for measurements: only view periods are computed on them. */
final class CatalogueRun {
    /** Whose motion is known for a year or longer; low orbits about the Earth are {@link #LOW_EARTH}. */
    static final List<String> TWELVE = List.of(
            "KPLO",
            "LRO",
            "IM-2",
            "IM-3",
            "BLUE-GHOST-1",
            "IM-1",
            "GRIFFIN-1",
            "HLS-SOUTH-POLE",
            "KPS-IGSO",
            "L4-OBS",
            "ELYTRA",
            "MARS-ORB");

    /** Those of the dozen that go around their body in hours. */
    static final List<String> ORBITERS = List.of("KPLO", "LRO", "ELYTRA", "MARS-ORB");

    static final List<String> LOW_EARTH = List.of("CAS500-4", "CLD", "LANDSAT-NEXT", "SPHEREX");

    /** What the stock detector looks at. */
    static final Geometry ELEVATION_ALONE =
            new Geometry(false, Refraction.NONE, false, LimitAction.SPLIT, LimitAction.FLAG);

    private static final List<String> ANTENNAS = List.of(
            "KDSA", "DSS-14", "DSS-43", "DSS-63", "DSS-24", "DSS-34", "DSS-54", "DSS-25", "DSS-35", "DSS-55", "DSS-26",
            "DSS-36", "DSS-56", "DSS-65");

    private CatalogueRun() {}

    /**
     * All default rules, from 2027-01-01 on.
     *
     * @param antennas how many; the catalogue's, again and again
     * @param spacecraft how many of {@link #TWELVE}; each further dozen is elsewhere on its orbit or body
     */
    static Problem problem(int antennas, int spacecraft, int days) {
        List<Spacecraft> all = new ArrayList<>();
        Problem dozen = problem(antennas, TWELVE, days, "{}");
        for (int i = 0; i < spacecraft; i++) {
            all.add(moved(dozen.spacecraft().get(i % TWELVE.size()), i / TWELVE.size()));
        }
        return new Problem(
                dozen.schemaVersion(),
                dozen.name(),
                dozen.description(),
                dozen.tags(),
                dozen.horizon(),
                dozen.geometry(),
                dozen.antennas(),
                dozen.complexes(),
                all,
                dozen.requests(),
                dozen.viewPeriods(),
                dozen.pins(),
                dozen.published(),
                dozen.objective(),
                dozen.solver());
    }

    /** @param geometry its JSON object */
    static Problem problem(int antennas, List<String> spacecraft, int days, String geometry) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < antennas; i++) {
            entries.add("{\"catalogue\": \"" + ANTENNAS.get(i % ANTENNAS.size()) + "\", \"id\": \"A" + i + "\"}");
        }
        String json = """
                {"schemaVersion": 1, "name": "catalogue", "requests": [], "geometry": %s,
                 "horizon": {"start": "2027-01-01T00:00:00Z", "end": "%s"},
                 "antennas": [%s],
                 "spacecraft": [%s]}
                """.formatted(
                geometry,
                Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofDays(days)),
                String.join(", ", entries),
                spacecraft.stream().map(id -> "{\"catalogue\": \"" + id + "\"}").collect(Collectors.joining(", ")));
        return ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
    }

    /** Trajectories of the catalogue, made once each: making them is no part of what is measured. */
    static TrajectorySource trajectories(OrekitContext context) {
        TrajectoryFactory factory = new TrajectoryFactory(context, file -> {
            throw new EphemerisException("", null, "There are no files here.");
        });
        Map<String, Trajectory> made = new ConcurrentHashMap<>();
        return (spacecraft, horizon) -> made.computeIfAbsent(
                spacecraft.id(), id -> factory.create(id, Objects.requireNonNull(spacecraft.trajectory()), horizon));
    }

    private static Spacecraft moved(Spacecraft spacecraft, int dozen) {
        if (dozen == 0) {
            return spacecraft;
        }
        String id = spacecraft.id() + "-" + dozen;
        return new Spacecraft(
                id,
                id,
                id,
                moved(Objects.requireNonNull(spacecraft.trajectory()), 3.0 * dozen),
                spacecraft.windows(),
                spacecraft.linkTable());
    }

    private static TrajectorySpec moved(TrajectorySpec spec, double degrees) {
        if (spec instanceof Surface site) {
            return new Surface(
                    site.body(), site.latitudeDeg(), site.longitudeDeg() - degrees, site.altitudeM(), site.mask());
        }
        Keplerian orbit = (Keplerian) spec;
        Elements e = orbit.elements();
        return new Keplerian(
                orbit.center(),
                orbit.frame(),
                orbit.epoch(),
                new Elements(
                        e.semiMajorAxisKm(),
                        e.eccentricity(),
                        e.inclinationDeg(),
                        e.raanDeg(),
                        e.argumentOfPericenterDeg(),
                        e.anomalyDeg() + degrees,
                        e.anomalyKind(),
                        e.raanRateDegPerDay(),
                        e.argumentOfPericenterRateDegPerDay()),
                orbit.forces());
    }
}
