package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Band;
import dev.yeoju.model.Body;
import dev.yeoju.model.Direction;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Intervals;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.LinkRate;
import dev.yeoju.model.Pointing;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.Site;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.Surface;
import dev.yeoju.model.UsableKey;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.time.AbsoluteDate;

/** Limits within view periods, each against vectors and differences computed instant by instant. */
class LimitsTest {
    /** The Moon is new on 2026-12-09: an orbiter passes the Sun at some degrees. */
    private static final Map<Band, Double> SEP_LIMITS = Map.of(Band.X, 12.0, Band.S, 20.0);

    private static final Site CANBERRA = new Site(-35.4023, 148.9813, 691);

    private final OrekitContext context = OrekitContext.builtIn();

    @Test
    void theSunCutsEachBandAtItsOwnLimitInBothDirections() {
        Reference reference = reference(Orbits.LANDER);
        List<ViewPeriod> periods = periods(
                Orbits.LANDER, antenna(Set.of(Band.X, Band.S), 90, Double.POSITIVE_INFINITY, SEP_LIMITS), split());
        int cut = 0;
        for (Map.Entry<Band, Double> limit : SEP_LIMITS.entrySet()) {
            for (Direction direction : Direction.values()) {
                cut += compare(
                        periods,
                        limit.getKey(),
                        direction,
                        date -> sepAngleDeg(reference, date) >= limit.getValue(),
                        Duration.ofMinutes(10));
            }
        }
        assertThat(cut).as("instants cut by the Sun").isGreaterThan(50);
        for (ViewPeriod period : periods) {
            double least = Double.POSITIVE_INFINITY;
            for (Instant t = period.aos(); t.isBefore(period.los()); t = t.plusSeconds(300)) {
                least = Math.min(least, sepAngleDeg(reference, context.date(t)));
            }
            assertThat(Objects.requireNonNull(period.minSepDeg())).isCloseTo(least, within(0.05));
        }
        assertThat(periods).anyMatch(period -> period.flags().contains("SEP S"));
    }

    @Test
    void withFlagTheSunMarksAndCutsNothing() {
        Geometry flag = new Geometry(true, Refraction.NONE, true, LimitAction.FLAG, LimitAction.FLAG);
        List<ViewPeriod> periods =
                periods(Orbits.LANDER, antenna(Set.of(Band.X, Band.S), 90, Double.POSITIVE_INFINITY, SEP_LIMITS), flag);
        assertThat(periods).allMatch(period -> period.usable().isEmpty());
        assertThat(periods).anyMatch(period -> period.flags().stream().anyMatch(text -> text.startsWith("SEP X")));
    }

    @Test
    void theKeyholeCutsAboveItsElevation() {
        Reference reference = reference(Orbits.LOW);
        Antenna antenna = antenna(Set.of(Band.X), 60, Double.POSITIVE_INFINITY, Map.of());
        List<ViewPeriod> periods = periods(Orbits.LOW, antenna, split());
        int cut = compare(
                periods,
                Band.X,
                Direction.RECEIVE,
                date -> reference.elevationDeg(date, -1) <= 60,
                Duration.ofSeconds(2));
        assertThat(cut).isGreaterThan(20);
        assertThat(periods.stream()
                        .filter(period -> period.usable(null, Direction.RECEIVE).size() == 2))
                .as("periods cut in two, also for a request that names no band")
                .isNotEmpty();
        List<ViewPeriod> flagged = periods(Orbits.LOW, antenna, Geometry.DEFAULT);
        assertThat(flagged).allMatch(period -> period.usable().isEmpty());
        assertThat(flagged)
                .filteredOn(period -> period.flags().stream().anyMatch(text -> text.startsWith("KEYHOLE ")))
                .allMatch(period -> Objects.requireNonNull(period.peakElevationDeg()) > 60)
                .isNotEmpty();
    }

    @Test
    void whatTheMountCannotFollowIsNotUsable() {
        Reference reference = reference(Orbits.LOW);
        Antenna antenna = antenna(Set.of(), 90, 0.4, Map.of());
        List<ViewPeriod> periods = periods(Orbits.LOW, antenna, Geometry.DEFAULT);
        int cut = compare(
                periods,
                Band.KA,
                Direction.RECEIVE,
                date -> fastestDegPerS(reference, date) <= 0.4,
                Duration.ofSeconds(2));
        assertThat(cut).isGreaterThan(50);
        assertThat(periods)
                .filteredOn(period -> period.flags().stream().anyMatch(text -> text.startsWith("TRACKING_RATE")))
                .isNotEmpty();
    }

    @Test
    void deepSpaceIsNeverTooFast() {
        List<ViewPeriod> periods = periods(Orbits.LUNAR_POLAR, antenna(Set.of(), 90, 0.4, Map.of()), Geometry.DEFAULT);
        assertThat(periods).allMatch(period -> period.usable().isEmpty());
    }

    @Test
    void transmitTimesBeginWhereTheUplinkMaskIsCleared() {
        Antenna high = new Antenna(
                "KDSA",
                "KDSA",
                "KDSA",
                Kdsa.SITE,
                Set.of(),
                ElevationMask.flat(10),
                20,
                90,
                null,
                Double.POSITIVE_INFINITY,
                Map.of(),
                null,
                List.of());
        Reference reference = reference(Orbits.LANDER);
        List<ViewPeriod> periods = periods(Orbits.LANDER, high, Geometry.DEFAULT);
        for (ViewPeriod period : periods) {
            Instant on = Objects.requireNonNull(period.transmitOn());
            if (on.isAfter(Orbits.WEEK.start())) {
                assertThat(reference.elevationDeg(context.date(on), 1)).isCloseTo(20, within(1e-6));
            }
            assertThat(period.usable(Band.X, Direction.TRANSMIT))
                    .containsExactly(new Interval(on, Objects.requireNonNull(period.transmitOff())));
        }
    }

    @Test
    void aPeriodBelowTheUplinkMaskCannotTransmit() {
        Antenna high = new Antenna(
                "KDSA",
                "KDSA",
                "KDSA",
                Kdsa.SITE,
                Set.of(),
                ElevationMask.flat(10),
                89,
                90,
                null,
                Double.POSITIVE_INFINITY,
                Map.of(),
                null,
                List.of());
        assertThat(periods(Orbits.LANDER, high, Geometry.DEFAULT)).isNotEmpty().allSatisfy(period -> {
            assertThat(period.transmitOn()).isNull();
            assertThat(period.usable(Band.X, Direction.TRANSMIT)).isEmpty();
        });
    }

    @Test
    void refractionLiftsTheSpacecraftEarlierByTheStandardAmount() {
        Geometry bent = new Geometry(true, Refraction.STANDARD, false, LimitAction.SPLIT, LimitAction.FLAG);
        Antenna antenna = antenna(Set.of(), 90, Double.POSITIVE_INFINITY, Map.of());
        Reference reference = reference(Orbits.LANDER);
        for (ViewPeriod period : periods(Orbits.LANDER, antenna, bent)) {
            if (period.aos().isAfter(Orbits.WEEK.start())) {
                double geometric = reference.elevationDeg(context.date(period.aos()), -1);
                // Saemundsson, Sky & Telescope 72 (1986) 70: minutes of arc at 1010 hPa and 10 degrees Celsius.
                double minutes = 1.02 / Math.tan(Math.toRadians(geometric + 10.3 / (geometric + 5.11)));
                assertThat(geometric + minutes / 60).isCloseTo(10, within(0.004));
                assertThat(minutes).isBetween(5.0, 6.0);
            }
        }
    }

    @Test
    void daylightAtASiteIsTheSunAboveItsHorizon() {
        Surface site = new Surface(Body.MOON, 18.56, -20, 0, ElevationMask.flat(0));
        Reference reference = reference(site);
        List<ViewPeriod> periods =
                periods(site, antenna(Set.of(), 90, Double.POSITIVE_INFINITY, Map.of()), Geometry.DEFAULT);
        int day = 0;
        int night = 0;
        for (ViewPeriod period : periods) {
            for (Instant t = period.aos(); t.isBefore(period.los()); t = t.plusSeconds(1200)) {
                boolean lit = sunElevationDeg(site, reference, context.date(t)) > 0;
                assertThat(said(period, "DAY", t)).as("daylight at %s", t).isEqualTo(lit);
                day += lit ? 1 : 0;
                night += lit ? 0 : 1;
            }
        }
        assertThat(day + night).isGreaterThan(100);
        assertThat(periods)
                .allMatch(period ->
                        period.flags().stream().anyMatch(text -> text.startsWith("DAY") || text.equals("NIGHT")));
    }

    @Test
    void dataRatesFollowTheLinkTable() {
        List<LinkRate> table = List.of(
                new LinkRate(Band.X, 402_000, 30, 8e6),
                new LinkRate(Band.X, 500_000, 20, 2e6),
                new LinkRate(Band.X, 403_000, 12, 4e6),
                new LinkRate(Band.S, 10_000, 10, 1e3));
        Spacecraft spacecraft = new Spacecraft("PROBE", "", "", Orbits.LUNAR_ECCENTRIC, List.of(), table);
        Antenna antenna = Kdsa.antenna("A", CANBERRA, ElevationMask.flat(10));
        Reference reference =
                new Reference(context, CANBERRA, Orbits.trajectory(context, Orbits.LUNAR_ECCENTRIC), true);
        List<ViewPeriod> periods = new VisibilityCalculator(context, Orbits.WEEK, Geometry.DEFAULT)
                .viewPeriods(antenna, spacecraft, Orbits.trajectory(context, Orbits.LUNAR_ECCENTRIC))
                .viewPeriods();
        Set<Double> seen = new TreeSet<>();
        for (ViewPeriod period : periods) {
            double volume = 0;
            for (Instant t = period.aos().plusMillis(500); t.isBefore(period.los()); t = t.plusSeconds(60)) {
                AbsoluteDate date = context.date(t);
                double rangeKm = reference.toSpacecraft(date, -1).getNorm() / 1000;
                double elevationDeg = reference.elevationDeg(date, -1);
                double expected = table.stream()
                        .filter(row -> row.band() == Band.X
                                && rangeKm <= row.maxRangeKm()
                                && elevationDeg >= row.minElevationDeg())
                        .mapToDouble(LinkRate::bitsPerS)
                        .max()
                        .orElse(0);
                Instant instant = t;
                double found = period.dataRates().getOrDefault(Band.X, List.of()).stream()
                        .filter(step -> step.interval().contains(instant))
                        .mapToDouble(step -> step.bitsPerS())
                        .sum();
                assertThat(found).as("rate at %s", t).isEqualTo(expected);
                seen.add(found);
                volume += 60 * expected;
            }
            assertThat(period.volumeBits(Band.X, period.interval())).isCloseTo(volume, within(8e6 * 120));
            assertThat(period.volumeBits(Band.S, period.interval())).isZero();
        }
        assertThat(seen).containsExactly(0.0, 2e6, 4e6, 8e6);
    }

    @Test
    void pointingTracksAreWhereTheReferencePoints() {
        Antenna slewing = new Antenna(
                "KDSA",
                "",
                "",
                Kdsa.SITE,
                Set.of(),
                ElevationMask.flat(10),
                10,
                90,
                new SlewRate(1, 0.5),
                Double.POSITIVE_INFINITY,
                Map.of(),
                null,
                List.of());
        for (TrajectorySpec spec : List.of(Orbits.LOW, Orbits.LUNAR_POLAR, Orbits.MARS_ORBITER)) {
            Reference reference = reference(spec);
            for (ViewPeriod period : periods(spec, slewing, Geometry.DEFAULT)) {
                PointingTrack track = Objects.requireNonNull(period.pointing());
                Duration step = Duration.between(period.aos(), period.los()).dividedBy(37);
                for (Instant t = period.aos(); t.isBefore(period.los()); t = t.plus(step)) {
                    AbsoluteDate date = context.date(t);
                    Pointing expected = new Pointing(reference.azimuthDeg(date), reference.elevationDeg(date, -1));
                    assertThat(track.at(t).separationDeg(expected))
                            .as("error in degrees at %s", t)
                            .isLessThan(0.001);
                }
            }
        }
    }

    @Test
    void theSlowerAxisDecidesASlewTheShorterWayRound() {
        SlewRate rate = new SlewRate(1, 0.5);
        assertThat(rate.secondsBetween(new Pointing(350, 20), new Pointing(10, 25)))
                .isCloseTo(20, within(1e-9));
        assertThat(rate.secondsBetween(new Pointing(350, 20), new Pointing(10, 60)))
                .isCloseTo(80, within(1e-9));
        assertThat(new Pointing(0, 60).separationDeg(new Pointing(180, 60))).isCloseTo(60, within(1e-9));
        assertThat(new Pointing(359.9999, 0).separationDeg(new Pointing(0.0001, 0)))
                .isCloseTo(0.0002, within(1e-12));
    }

    private static boolean said(ViewPeriod period, String word, Instant instant) {
        for (String flag : period.flags()) {
            String[] parts = flag.split(" ");
            if (parts[0].equals(word)
                    && (parts.length == 1
                            || new Interval(Instant.parse(parts[1]), Instant.parse(parts[2])).contains(instant))) {
                return true;
            }
        }
        return false;
    }

    private double sunElevationDeg(Surface site, Reference reference, AbsoluteDate date) {
        AbsoluteDate there = date.shiftedBy(-reference.toSpacecraft(date, -1).getNorm() / 299792458.0);
        Vector3D up = new Vector3D(Math.toRadians(site.longitudeDeg()), Math.toRadians(site.latitudeDeg()));
        Vector3D sun = context.solarSystem()
                .geocentricPosition(Body.SUN, there.shiftedBy(-498))
                .subtract(context.solarSystem().geocentricPosition(Body.MOON, there));
        Vector3D local = context.solarSystem().bodyFixed(Body.MOON, there).applyTo(sun);
        return 90 - Math.toDegrees(Vector3D.angle(local, up));
    }

    private static double sepAngleDeg(Reference reference, AbsoluteDate date) {
        return Math.toDegrees(Vector3D.angle(reference.toSpacecraft(date, -1), reference.toBody(Body.SUN, date, -1)));
    }

    private static double fastestDegPerS(Reference reference, AbsoluteDate date) {
        double elevation =
                (reference.elevationDeg(date.shiftedBy(0.05), -1) - reference.elevationDeg(date.shiftedBy(-0.05), -1))
                        / 0.1;
        double azimuth = reference.azimuthDeg(date.shiftedBy(0.05)) - reference.azimuthDeg(date.shiftedBy(-0.05));
        azimuth -= 360 * Math.rint(azimuth / 360);
        return Math.max(Math.abs(elevation), Math.abs(azimuth / 0.1));
    }

    /** Usable exactly where the rule holds; returns at how many instants it does not. */
    private int compare(
            List<ViewPeriod> periods, Band band, Direction direction, Predicate<AbsoluteDate> rule, Duration step) {
        int cut = 0;
        for (ViewPeriod period : periods) {
            List<Interval> all =
                    period.usable().containsKey(new UsableKey(band, direction)) ? free(period, direction) : List.of();
            List<Interval> usable = period.usable(band, direction);
            for (Interval interval : all) {
                for (Instant t = interval.start().plusMillis(1); t.isBefore(interval.end()); t = t.plus(step)) {
                    Instant instant = t;
                    boolean holds = rule.test(context.date(t));
                    boolean nearBound =
                            usable.stream().anyMatch(part -> near(part.start(), instant) || near(part.end(), instant));
                    if (!nearBound) {
                        assertThat(usable.stream().anyMatch(part -> part.contains(instant)))
                                .as("%s %s usable at %s", band, direction, t)
                                .isEqualTo(holds);
                    }
                    cut += holds ? 0 : 1;
                }
            }
        }
        return cut;
    }

    private static List<Interval> free(ViewPeriod period, Direction direction) {
        if (direction == Direction.RECEIVE) {
            return List.of(period.interval());
        }
        Instant on = period.transmitOn();
        Instant off = period.transmitOff();
        return on == null || off == null ? List.of() : Intervals.union(List.of(new Interval(on, off)));
    }

    private static boolean near(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(Duration.ofMillis(20)) < 0;
    }

    private Reference reference(TrajectorySpec spec) {
        return new Reference(context, Kdsa.SITE, Orbits.trajectory(context, spec), true);
    }

    private static Geometry split() {
        return new Geometry(true, Refraction.NONE, true, LimitAction.SPLIT, LimitAction.SPLIT);
    }

    private List<ViewPeriod> periods(TrajectorySpec spec, Antenna antenna, Geometry geometry) {
        Trajectory trajectory = Orbits.trajectory(context, spec);
        return new VisibilityCalculator(context, Orbits.WEEK, geometry)
                .viewPeriods(antenna, Kdsa.spacecraft("PROBE", spec), trajectory)
                .viewPeriods();
    }

    private static Antenna antenna(
            Set<Band> bands, double keyholeElevationDeg, double trackingRateDegPerS, Map<Band, Double> minSepDeg) {
        return new Antenna(
                "KDSA",
                "KDSA",
                "KDSA",
                Kdsa.SITE,
                bands,
                ElevationMask.flat(10),
                10,
                keyholeElevationDeg,
                null,
                trackingRateDegPerS,
                minSepDeg,
                null,
                List.of());
    }
}
