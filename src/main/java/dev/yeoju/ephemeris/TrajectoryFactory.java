package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.Forces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.time.AbsoluteDate;

/** Makes trajectories out of what problems say. Safe to share between threads. */
public final class TrajectoryFactory {
    /** Two-line elements lose about a kilometre or more a day; past this many days from their epoch users are warned. */
    private static final Duration TLE_AGE = Duration.ofDays(7);

    /** How far past the horizon propagated orbits reach. */
    private static final Duration REACH = Duration.ofDays(1);

    private final OrekitContext context;
    private final EphemerisFiles files;

    public TrajectoryFactory(OrekitContext context, EphemerisFiles files) {
        this.context = context;
        this.files = files;
    }

    /**
     * The trajectory that a specification describes.
     *
     * @param id of the spacecraft
     * @param horizon in which it will be asked: warnings are about it, and propagated orbits reach a day past it
     * @throws EphemerisException when it cannot be made, with a message for users
     */
    public Trajectory create(String id, TrajectorySpec spec, Interval horizon) {
        return centered(id, spec, horizon);
    }

    private CenteredTrajectory centered(String id, TrajectorySpec spec, Interval horizon) {
        if (spec instanceof TrajectorySpec.Oem oem) {
            return oem(id, oem, horizon);
        }
        if (spec instanceof TrajectorySpec.Opm opm) {
            return opm(id, opm, horizon);
        }
        if (spec instanceof TrajectorySpec.Horizons horizons) {
            return horizons(id, horizons, horizon);
        }
        if (spec instanceof TrajectorySpec.Tle tle) {
            return tle(id, tle, horizon);
        }
        if (spec instanceof TrajectorySpec.Keplerian keplerian) {
            return keplerian(id, keplerian, horizon);
        }
        if (spec instanceof TrajectorySpec.Surface surface) {
            return surface(id, surface);
        }
        if (spec instanceof TrajectorySpec.Delayed delayed) {
            return delayed(id, delayed, horizon);
        }
        return libration(id, (TrajectorySpec.Libration) spec, horizon);
    }

    private CenteredTrajectory delayed(String id, TrajectorySpec.Delayed spec, Interval horizon) {
        Interval before =
                new Interval(horizon.start().minus(spec.by()), horizon.end().minus(spec.by()));
        TrajectorySpec undelayedSpec = spec.trajectory();
        if (undelayedSpec instanceof TrajectorySpec.Libration libration && libration.epoch() == null) {
            undelayedSpec = new TrajectorySpec.Libration(libration.orbit(), libration.parameters(), horizon.start());
        }
        CenteredTrajectory undelayed = centered(id, undelayedSpec, before);
        return undelayed.delayed(spec.by().toSeconds());
    }

    private CenteredTrajectory oem(String id, TrajectorySpec.Oem oem, Interval horizon) {
        EphemerisFile file = files.read(oem);
        OemReader.Content content = new OemReader(context).read(file);
        List<String> warnings = new ArrayList<>(content.warnings());
        warnings.addAll(endsInside(file.name(), content.motion().coverage(), horizon));
        return new CenteredTrajectory(id, content.center(), content.motion(), context.solarSystem(), null, warnings);
    }

    private CenteredTrajectory horizons(String id, TrajectorySpec.Horizons spec, Interval horizon) {
        EphemerisFile file = files.read(spec);
        HorizonsReader.Content content = new HorizonsReader(context).read(file);
        List<String> warnings = endsInside(file.name(), content.motion().coverage(), horizon);
        return new CenteredTrajectory(id, content.center(), content.motion(), context.solarSystem(), null, warnings);
    }

    private CenteredTrajectory opm(String id, TrajectorySpec.Opm spec, Interval horizon) {
        OpmReader.Content content = new OpmReader(context).read(files.read(spec));
        Body center = Objects.requireNonNull(content.center().body());
        double mu = context.solarSystem().gravitationalParameter(center);
        Motion held = KeplerianMotion.through(
                content.state(),
                content.epoch(),
                mu,
                context.gcrf(),
                context.solarSystem().coverage());
        return orbit(id, center, content.epoch(), held, spec.forces(), horizon, content.warnings());
    }

    private CenteredTrajectory libration(String id, TrajectorySpec.Libration spec, Interval horizon) {
        Instant epoch = spec.epoch() == null ? horizon.start() : spec.epoch();
        LibrationMotion.Content content = new LibrationMotion(context).motion(id, spec, context.date(epoch));
        return new CenteredTrajectory(id, content.center(), content.motion(), context.solarSystem(), null, List.of());
    }

    private CenteredTrajectory tle(String id, TrajectorySpec.Tle spec, Interval horizon) {
        TLE tle = TleMotion.parse(context, id, spec.line1(), spec.line2());
        Motion motion = TleMotion.of(context, id, tle, context.solarSystem().coverage());
        return new CenteredTrajectory(
                id, new Center(Body.EARTH), motion, context.solarSystem(), null, age(id, tle, horizon));
    }

    private List<String> age(String id, TLE tle, Interval horizon) {
        Instant epoch = context.instant(tle.getDate());
        Duration before = Duration.between(horizon.start(), epoch);
        Duration after = Duration.between(epoch, horizon.end());
        Duration age = before.compareTo(after) > 0 ? before : after;
        if (age.compareTo(TLE_AGE) <= 0) {
            return List.of();
        }
        return List.of("The two-line elements of " + id + " (epoch " + epoch + ") are used " + age.toDays()
                + " days from their epoch; beyond " + TLE_AGE.toDays()
                + " days their passes drift. Maybe use newer ones.");
    }

    private CenteredTrajectory keplerian(String id, TrajectorySpec.Keplerian spec, Interval horizon) {
        requireOrbit(id, spec.elements());
        AbsoluteDate epoch = context.date(spec.epoch());
        Motion held = new KeplerianMotion(
                spec.elements(),
                epoch,
                context.solarSystem().gravitationalParameter(spec.center()),
                new ElementAxes(context).toIcrf(spec.center(), spec.frame(), epoch),
                context.solarSystem().coverage());
        return orbit(id, spec.center(), epoch, held, spec.forces(), horizon, List.of());
    }

    /** The two-body motion itself without forces, the propagated one with them. */
    private CenteredTrajectory orbit(
            String id,
            Body center,
            AbsoluteDate epoch,
            Motion held,
            @Nullable Forces forces,
            Interval horizon,
            List<String> known) {
        List<String> warnings = new ArrayList<>(known);
        Motion motion = held;
        if (forces != null) {
            Coverage.Span span = new Coverage.Span(
                    context.date(horizon.start().minus(REACH)),
                    context.date(horizon.end().plus(REACH)));
            motion = new NumericalMotion(context, center, forces).propagate(id, epoch, held.pv(epoch), span, warnings);
        }
        return new CenteredTrajectory(id, new Center(center), motion, context.solarSystem(), null, warnings);
    }

    private static void requireOrbit(String id, TrajectorySpec.Elements elements) {
        double a = elements.semiMajorAxisKm();
        double e = elements.eccentricity();
        boolean ellipse = a > 0 && e >= 0 && e < 1;
        boolean hyperbola = a < 0 && e > 1;
        if (!ellipse && !hyperbola) {
            throw new EphemerisException(
                    id,
                    a + ", " + e,
                    "semiMajorAxisKm and eccentricity (" + a + ", " + e
                            + ") are no orbit. Maybe a positive axis with an"
                            + " eccentricity below 1, or a negative one with an eccentricity above 1.");
        }
    }

    private CenteredTrajectory surface(String id, TrajectorySpec.Surface spec) {
        SolarSystem solarSystem = context.solarSystem();
        SurfaceSite site =
                new SurfaceSite(solarSystem, spec.body(), spec.latitudeDeg(), spec.longitudeDeg(), spec.altitudeM());
        Motion motion = new SurfaceMotion(site, solarSystem.coverage());
        return new CenteredTrajectory(id, new Center(spec.body()), motion, solarSystem, site, List.of());
    }

    /** Says when a trajectory does not cover the horizon's beginning or end. */
    private List<String> endsInside(String name, Coverage coverage, Interval horizon) {
        List<Coverage.Span> spans = coverage.spans();
        Instant start = context.instant(spans.get(0).start());
        Instant end = context.instant(spans.get(spans.size() - 1).end());
        List<String> warnings = new ArrayList<>();
        if (start.isAfter(horizon.start())) {
            warnings.add("The ephemeris (" + name + ") begins at " + start + ", after the horizon's start ("
                    + horizon.start() + "): no view periods before.");
        }
        if (end.isBefore(horizon.end())) {
            warnings.add("The ephemeris (" + name + ") ends at " + end + ", before the horizon's end (" + horizon.end()
                    + "): no view periods after.");
        }
        return warnings;
    }
}
