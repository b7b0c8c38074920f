package dev.yeoju.content;

import static dev.yeoju.content.SeedTrajectories.OREKIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.SolarSystem;
import dev.yeoju.ephemeris.SurfaceSite;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Band;
import dev.yeoju.model.Body;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Site;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.visibility.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;

/** The view periods that each catalogue entry's geometry implies. */
class SeedGeometryTest {
    private static final String START = "2027-01-01T00:00:00Z";
    private static final String END = "2027-01-29T00:00:00Z";
    private static final Duration HORIZON = Duration.ofDays(28);

    private final SolarSystem solarSystem = OREKIT.solarSystem();

    @Test
    void aNearSideLanderIsSeenOnceALunarDayForSevenToFourteenHours() {
        for (String id : List.of("IM-3", "BLUE-GHOST-1", "IM-1")) {
            List<ViewPeriod> whole = whole(id);
            assertThat(whole).as(id).hasSizeBetween(25, 27);
            for (ViewPeriod period : whole) {
                assertThat(hours(period)).as("%s from %s", id, period.aos()).isBetween(6.6, 13.7);
            }
            for (int i = 1; i < whole.size(); i++) {
                double lunarDayHours =
                        hours(whole.get(i - 1).aos(), whole.get(i).aos());
                assertThat(lunarDayHours).as("%s to %s", id, whole.get(i).aos()).isBetween(24.2, 25.7);
            }
        }
    }

    @Test
    void theFarSideLanderIsNeverSeenAndItsRelayIs() {
        Visibility lander = kdsa("BLUE-GHOST-2");
        assertThat(lander.viewPeriods()).isEmpty();
        assertThat(lander.absences()).singleElement().satisfies(absence -> {
            assertThat(absence.code()).isEqualTo(ReasonCode.NEVER_VISIBLE);
            assertThat(absence.text()).contains("far side");
        });
        assertThat(total(kdsa("ELYTRA").viewPeriods())).isGreaterThan(Duration.ofHours(200));
    }

    @Test
    void theEarthSetsForSitesNearTheSouthPole() {
        for (String id : List.of("IM-2", "GRIFFIN-1", "BLUE-MOON-MK1", "HLS-SOUTH-POLE", "KLL")) {
            Duration polar = total(kdsa(id).viewPeriods());
            Duration nearSide = total(kdsa("IM-3").viewPeriods());
            assertThat(polar)
                    .as(id)
                    .isBetween(
                            nearSide.multipliedBy(3).dividedBy(10),
                            nearSide.multipliedBy(8).dividedBy(10));
        }
    }

    @Test
    void lowLunarOrbitersVanishBehindTheMoonEveryRevolution() {
        for (Map.Entry<String, Duration> orbiter : Map.of(
                        "KPLO", Duration.ofMinutes(121), "LRO", Duration.ofMinutes(117))
                .entrySet()) {
            List<ViewPeriod> periods = kdsa(orbiter.getKey()).viewPeriods();
            assertThat(periods).as(orbiter.getKey()).hasSizeBetween(60, 150);
            Duration revolution = orbiter.getValue();
            long withinARevolution = periods.stream()
                    .filter(period -> period.interval().duration().compareTo(revolution) < 0)
                    .count();
            assertThat(withinARevolution).as(orbiter.getKey()).isGreaterThan(periods.size() * 8L / 10);
        }
    }

    @Test
    void spacecraftFarAwayAreSeenOnceADay() {
        for (String id : List.of("SOLAR-1", "L4-OBS", "ORION-NRHO", "GATEWAY", "CAPSTONE")) {
            List<ViewPeriod> whole = whole(id);
            assertThat(whole).as(id).hasSizeBetween(25, 29);
            for (ViewPeriod period : whole) {
                assertThat(hours(period)).as("%s from %s", id, period.aos()).isBetween(4.0, 15.0);
            }
        }
    }

    @Test
    void theMarsOrbiterIsSeenWhileMarsIsUpAndNotBehindIt() {
        Problem days = SeedTrajectories.problem(List.of("KDSA"), List.of("MARS-ORB"), START, "2027-01-04T00:00:00Z");
        List<ViewPeriod> periods = SeedTrajectories.visibility(days).viewPeriods();
        assertThat(periods).hasSizeBetween(15, 30);
        assertThat(periods).allSatisfy(period -> assertThat(hours(period)).isLessThan(1.95));
        assertThat(total(periods)).isBetween(Duration.ofHours(15), Duration.ofHours(45));
    }

    @Test
    void theMonitorAtL1StandsWithTheSunAndTheObservatoryAtL4SixtyDegreesWestOfIt() {
        for (int day = 0; day < 28; day++) {
            Instant at = Instant.parse(START).plus(Duration.ofDays(day));
            assertThat(angleToSunDeg("SOLAR-1", at)).as("SOLAR-1 at %s", at).isBetween(0.5, 6.0);
            assertThat(angleToSunDeg("L4-OBS", at)).as("L4-OBS at %s", at).isBetween(58.0, 62.0);
        }
    }

    @Test
    void lowEarthOrbitersPassWithinMinutes() {
        Map<String, Double> longestMinutes =
                Map.of("SPHEREX", 10.0, "CAS500-4", 13.0, "LANDSAT-NEXT", 10.0, "CLD", 7.5);
        longestMinutes.forEach((id, minutes) -> {
            Problem days = SeedTrajectories.problem(List.of("KDSA"), List.of(id), START, "2027-01-04T00:00:00Z");
            List<ViewPeriod> periods = SeedTrajectories.visibility(days).viewPeriods();
            assertThat(periods.size() / 3.0).as("%s passes a day", id).isBetween(3.0, 8.0);
            double longest =
                    periods.stream().mapToDouble(SeedGeometryTest::hours).max().orElse(0) * 60;
            assertThat(longest).as("%s, minutes", id).isBetween(0.75 * minutes, minutes);
        });
    }

    @Test
    void aStationInLowOrbitOutrunsTheMountWhenItPassesHighAndTheToolSaysSo() {
        List<ViewPeriod> passes = kdsa("CLD").viewPeriods();
        List<ViewPeriod> high = passes.stream()
                .filter(pass -> Objects.requireNonNull(pass.peakElevationDeg()) > 40)
                .toList();
        List<ViewPeriod> low = passes.stream()
                .filter(pass -> Objects.requireNonNull(pass.peakElevationDeg()) < 15)
                .toList();
        assertThat(high).hasSizeGreaterThan(10).allSatisfy(pass -> {
            assertThat(pass.flags()).anyMatch(flag -> flag.startsWith("TRACKING_RATE"));
            assertThat(hoursOf(pass.usable(Band.S, Direction.RECEIVE))).isLessThan(hours(pass));
        });
        assertThat(low)
                .hasSizeGreaterThan(10)
                .allSatisfy(pass -> assertThat(pass.flags()).noneMatch(flag -> flag.startsWith("TRACKING_RATE")));
    }

    @Test
    void geosynchronousSatellitesStandOverKorea() {
        List<ViewPeriod> stationary = kdsa("KPS-GEO").viewPeriods();
        assertThat(stationary).singleElement().satisfies(period -> {
            assertThat(period.interval().duration()).isEqualTo(HORIZON);
            assertThat(period.peakElevationDeg()).isNotNull().isCloseTo(46.7, within(1.0));
        });
        for (ViewPeriod period : whole("KPS-IGSO")) {
            assertThat(hours(period)).isBetween(18.0, 22.0);
            assertThat(period.peakElevationDeg()).isNotNull().isGreaterThan(75.0);
        }
    }

    @Test
    void theNetworkHasTheMoonInSightAroundTheClock() {
        Problem problem =
                SeedTrajectories.problem(List.of("KDSA", "DSS-24", "DSS-34", "DSS-54"), List.of("IM-3"), START, END);
        double seenH =
                hoursOf(dev.yeoju.model.Intervals.union(SeedTrajectories.visibility(problem).viewPeriods().stream()
                        .map(ViewPeriod::interval)
                        .toList()));
        assertThat(seenH / 24 / 28).isGreaterThan(0.97);
    }

    @Test
    void networkSitesAreThePublishedPositionsMovedWithTheirPlates() {
        Map<String, double[]> itrf2003 = Map.ofEntries(
                Map.entry("DSS-14", new double[] {-2353621.420, -4641341.472, 3677052.318}),
                Map.entry("DSS-24", new double[] {-2354906.711, -4646840.095, 3669242.325}),
                Map.entry("DSS-25", new double[] {-2355022.014, -4646953.204, 3669040.567}),
                Map.entry("DSS-26", new double[] {-2354890.797, -4647166.328, 3668871.755}),
                Map.entry("DSS-34", new double[] {-4461147.093, 2682439.239, -3674393.133}),
                Map.entry("DSS-35", new double[] {-4461273.090, 2682568.925, -3674152.093}),
                Map.entry("DSS-36", new double[] {-4461168.415, 2682814.657, -3674083.901}),
                Map.entry("DSS-43", new double[] {-4460894.917, 2682361.507, -3674748.152}),
                Map.entry("DSS-54", new double[] {4849434.488, -360723.8999, 4114618.835}),
                Map.entry("DSS-55", new double[] {4849525.256, -360606.0932, 4114495.084}),
                Map.entry("DSS-56", new double[] {4849421.679, -360549.659, 4114646.987}),
                Map.entry("DSS-63", new double[] {4849092.518, -360180.3480, 4115109.251}),
                Map.entry("DSS-65", new double[] {4849339.634, -360427.6637, 4114750.733}));
        Map<String, double[]> plateMPerYear = Map.of(
                "GOLDSTONE", new double[] {-0.0180, 0.0065, -0.0038},
                "CANBERRA", new double[] {-0.0335, -0.0041, 0.0392},
                "MADRID", new double[] {-0.0100, 0.0242, 0.0156});
        Problem problem = SeedTrajectories.problem(List.copyOf(itrf2003.keySet()), List.of("IM-3"), START, END);
        assertThat(problem.antennas()).hasSize(13).allSatisfy(antenna -> {
            Vector3D moved = new Vector3D(itrf2003.get(antenna.id()))
                    .add(new Vector3D(24, new Vector3D(plateMPerYear.get(antenna.complex()))));
            assertThat(Vector3D.distance(cartesian(Objects.requireNonNull(antenna.site())), moved))
                    .as("%s, metres", antenna.id())
                    .isLessThan(0.02);
        });
    }

    @Test
    void theKoreanAntennaStandsWhereItsFrameKernelSays() {
        Problem problem = SeedTrajectories.problem(List.of("KDSA"), List.of("IM-3"), START, END);
        Site site = Objects.requireNonNull(problem.antennas().get(0).site());
        assertThat(Vector3D.distance(cartesian(site), new Vector3D(-3104875.220, 4028589.156, 3835823.298)))
                .as("metres; the kernel's ellipsoid is 0.4 m smaller than WGS 84")
                .isLessThan(0.5);
    }

    /** What problems/README.md says of the lunar week. */
    @Test
    void inTheLunarWeekTheSunRisesOverCrisiumOrionPassesPeriluneAndTheMonitorNearsTheSun() {
        SurfaceSite crisium = new SurfaceSite(solarSystem, Body.MOON, 18.56, 61.81, 0);
        assertThat(sunElevationDeg(crisium, "2026-12-11T13:00:00Z")).isNegative();
        assertThat(sunElevationDeg(crisium, "2026-12-11T15:00:00Z")).isPositive();
        SurfaceSite trinity = new SurfaceSite(solarSystem, Body.MOON, 7.5, -59, 0);
        assertThat(sunElevationDeg(trinity, "2026-12-07T00:00:00Z")).isNegative();
        assertThat(sunElevationDeg(trinity, "2026-12-14T00:00:00Z")).isNegative();

        Trajectory orion = SeedTrajectories.read("nrho-9-2", "2026-12-07T00:00:00Z", "2026-12-14T00:00:00Z");
        Instant perilune = Instant.EPOCH;
        double closest = Double.POSITIVE_INFINITY;
        for (int minute = 0; minute < 7 * 1440; minute++) {
            AbsoluteDate date =
                    OREKIT.date(Instant.parse("2026-12-07T00:00:00Z")).shiftedBy(60.0 * minute);
            double range = Vector3D.distance(orion.position(date), solarSystem.geocentricPosition(Body.MOON, date));
            if (range < closest) {
                closest = range;
                perilune = OREKIT.instant(date);
            }
        }
        assertThat(perilune).isBetween(Instant.parse("2026-12-08T09:00:00Z"), Instant.parse("2026-12-08T11:00:00Z"));

        assertThat(angleToSunDeg("SOLAR-1", Instant.parse("2026-12-07T00:00:00Z")))
                .isCloseTo(3.0, within(0.3));
        assertThat(angleToSunDeg("SOLAR-1", Instant.parse("2026-12-14T00:00:00Z")))
                .isCloseTo(2.0, within(0.3));
    }

    private double angleToSunDeg(String spacecraft, Instant at) {
        AbsoluteDate date = OREKIT.date(at);
        Trajectory trajectory = SeedTrajectories.ofEntry(
                spacecraft, at.toString(), at.plus(Duration.ofDays(1)).toString());
        Vector3D fromEarth = trajectory.origin() == Trajectory.Origin.EARTH
                ? trajectory.position(date)
                : trajectory
                        .position(date)
                        .subtract(solarSystem.earthBarycentric(date).getPosition());
        return Math.toDegrees(Vector3D.angle(fromEarth, solarSystem.geocentricPosition(Body.SUN, date)));
    }

    private double sunElevationDeg(SurfaceSite site, String at) {
        AbsoluteDate date = OREKIT.date(Instant.parse(at));
        Vector3D fromMoon = solarSystem
                .geocentricPosition(Body.SUN, date)
                .subtract(solarSystem.geocentricPosition(Body.MOON, date));
        return site.direction(fromMoon, date).elevationDeg();
    }

    private static Visibility kdsa(String spacecraft) {
        return SeedTrajectories.visibility(SeedTrajectories.problem(List.of("KDSA"), List.of(spacecraft), START, END));
    }

    /** Periods that the horizon does not cut. */
    private static List<ViewPeriod> whole(String spacecraft) {
        return kdsa(spacecraft).viewPeriods().stream()
                .filter(period -> period.aos().isAfter(Instant.parse(START))
                        && period.los().isBefore(Instant.parse(END)))
                .toList();
    }

    private static double hours(ViewPeriod period) {
        return hours(period.aos(), period.los());
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 3.6e6;
    }

    private static double hoursOf(List<Interval> intervals) {
        return intervals.stream()
                .mapToDouble(interval -> hours(interval.start(), interval.end()))
                .sum();
    }

    private static Duration total(List<ViewPeriod> periods) {
        return periods.stream().map(period -> period.interval().duration()).reduce(Duration.ZERO, Duration::plus);
    }

    private static Vector3D cartesian(Site site) {
        return new OneAxisEllipsoid(
                        Constants.WGS84_EARTH_EQUATORIAL_RADIUS, Constants.WGS84_EARTH_FLATTENING, OREKIT.itrf())
                .transform(new GeodeticPoint(
                        Math.toRadians(site.latitudeDeg()), Math.toRadians(site.longitudeDeg()), site.altitudeM()));
    }
}
