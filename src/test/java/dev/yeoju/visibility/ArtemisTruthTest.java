package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.ViewPeriod;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtemisTruthTest {
    private static final Geometry GEOMETRIC =
            new Geometry(false, Refraction.NONE, false, LimitAction.SPLIT, LimitAction.FLAG);

    private final OrekitContext context = OrekitContext.builtIn();

    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void everyAosAndLosIsThatOfTheReference(int elevationDeg) throws IOException {
        List<Interval> expected = Truth.windows(elevationDeg);
        List<ViewPeriod> found = new VisibilityCalculator(context, Truth.ARTEMIS_HORIZON, GEOMETRIC)
                .viewPeriods(
                        Kdsa.antenna(ElevationMask.flat(elevationDeg)),
                        Kdsa.spacecraft("ORION", null),
                        Truth.artemis(context))
                .viewPeriods();
        assertThat(found).hasSameSizeAs(expected);
        Duration worst = Duration.ZERO;
        for (int i = 0; i < expected.size(); i++) {
            worst = max(worst, error(found.get(i).aos(), expected.get(i).start()));
            worst = max(worst, error(found.get(i).los(), expected.get(i).end()));
        }
        assertThat(worst).as("largest error of AOS and LOS").isLessThan(Duration.ofMillis(2));
    }

    private static Duration error(Instant found, Instant expected) {
        return Duration.between(found, expected).abs();
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
