package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.Site;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.ViewPeriod;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine against Orekit's stock detector with a fine step, light time off. */
class StockDetectorTest {
    private static final Geometry GEOMETRIC =
            new Geometry(false, Refraction.NONE, false, LimitAction.SPLIT, LimitAction.FLAG);
    private static final Site POLAR = new Site(89.9, 0, 0);
    private static final Site CANBERRA = new Site(-35.4023, 148.9813, 691);

    private final OrekitContext context = OrekitContext.builtIn();

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("low orbit", Orbits.LOW, Kdsa.SITE, 10, 20),
                Arguments.of("low orbit, low mask", Orbits.LOW, Kdsa.SITE, 0, 20),
                Arguments.of("sun-synchronous orbit", Orbits.SUN_SYNCHRONOUS, Kdsa.SITE, 5, 20),
                Arguments.of("sun-synchronous orbit, polar station", Orbits.SUN_SYNCHRONOUS, POLAR, 10, 20),
                Arguments.of("Molniya orbit", Orbits.MOLNIYA, Kdsa.SITE, 10, 60),
                Arguments.of("inclined geosynchronous orbit", Orbits.INCLINED_GEOSYNCHRONOUS, Kdsa.SITE, 20, 300),
                Arguments.of("lunar polar orbit", Orbits.LUNAR_POLAR, Kdsa.SITE, 10, 60),
                Arguments.of("lunar polar orbit, southern station", Orbits.LUNAR_POLAR, CANBERRA, 10, 60),
                Arguments.of("eccentric lunar orbit", Orbits.LUNAR_ECCENTRIC, CANBERRA, 6, 60),
                Arguments.of("lander", Orbits.LANDER, Kdsa.SITE, 10, 300),
                Arguments.of("heliocentric orbit", Orbits.TRAILING_EARTH, Kdsa.SITE, 10, 300),
                Arguments.of("Mars orbiter", Orbits.MARS_ORBITER, CANBERRA, 10, 300));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsThePassesOfTheStockDetector(
            String name, TrajectorySpec spec, Site site, double elevationDeg, double maxCheckS) {
        Trajectory trajectory = Orbits.trajectory(context, spec);
        StockDetector stock = new StockDetector(context, maxCheckS, 1e-5);
        List<Interval> expected = stock.passes(
                stock.propagator(trajectory),
                site,
                elevationDeg,
                context.date(Orbits.WEEK.start()),
                context.date(Orbits.WEEK.end()));
        List<ViewPeriod> found = new VisibilityCalculator(context, Orbits.WEEK, GEOMETRIC)
                .viewPeriods(
                        Kdsa.antenna("ANT", site, ElevationMask.flat(elevationDeg)),
                        // The site's own horizon is none of the detector's rules.
                        Kdsa.spacecraft("PROBE", null),
                        trajectory)
                .viewPeriods();
        assertThat(new VisibilityCalculator(context, Orbits.WEEK, GEOMETRIC)
                        .evaluate(Kdsa.spacecraft("PROBE", null), trajectory, 10)
                        .passes(Kdsa.antenna("ANT", site, ElevationMask.flat(elevationDeg))))
                .as("passes from fitted positions are those from the trajectory itself")
                .usingElementComparator(StockDetectorTest::compareToAMillisecond)
                .containsExactlyElementsOf(
                        found.stream().map(ViewPeriod::interval).toList());
        assertThat(expected).isNotEmpty();
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).aos())
                    .as("AOS of pass %d", i)
                    .isCloseTo(expected.get(i).start(), within(1, ChronoUnit.MILLIS));
            assertThat(found.get(i).los())
                    .as("LOS of pass %d", i)
                    .isCloseTo(expected.get(i).end(), within(1, ChronoUnit.MILLIS));
        }
    }

    private static int compareToAMillisecond(Interval a, Interval b) {
        boolean same = Math.abs(ChronoUnit.MICROS.between(a.start(), b.start())) < 1000
                && Math.abs(ChronoUnit.MICROS.between(a.end(), b.end())) < 1000;
        return same ? 0 : a.start().compareTo(b.start());
    }
}
