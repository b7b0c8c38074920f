package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Spacecraft;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The spacecraft that speed is measured on have the stock detector's passes: a month of them, a year in the campaign. */
class CatalogueStockTest {
    private static final int DAYS = "full".equals(System.getProperty("yeoju.campaign")) ? 365 : 30;

    private final OrekitContext context = OrekitContext.builtIn();

    static Stream<String> spacecraft() {
        return Stream.concat(CatalogueRun.TWELVE.stream(), CatalogueRun.LOW_EARTH.stream());
    }

    @ParameterizedTest
    @MethodSource("spacecraft")
    void passesAreThoseOfTheStockDetector(String id) {
        Problem problem = CatalogueRun.problem(1, List.of(id), DAYS, "{}");
        Antenna antenna = problem.antennas().get(0);
        Spacecraft spacecraft = problem.spacecraft().get(0);
        Trajectory trajectory = CatalogueRun.trajectories(context).trajectory(spacecraft, problem.horizon());
        StockDetector stock = new StockDetector(context, CatalogueRun.LOW_EARTH.contains(id) ? 20 : 300, 1e-4);
        List<Interval> expected = stock.passes(
                stock.propagator(trajectory),
                Objects.requireNonNull(antenna.site()),
                10,
                context.date(problem.horizon().start()),
                context.date(problem.horizon().end()));
        List<Interval> found = new VisibilityCalculator(context, problem.horizon(), CatalogueRun.ELEVATION_ALONE)
                .evaluate(Kdsa.spacecraft(id, null), trajectory, 1)
                .passes(antenna);

        assertThat(found).hasSameSizeAs(expected).hasSizeGreaterThan(DAYS / 2);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).start())
                    .as("AOS of pass %d", i)
                    .isCloseTo(expected.get(i).start(), within(1, ChronoUnit.MILLIS));
            assertThat(found.get(i).end())
                    .as("LOS of pass %d", i)
                    .isCloseTo(expected.get(i).end(), within(1, ChronoUnit.MILLIS));
        }
    }
}
