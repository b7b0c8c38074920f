package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.model.Band;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ViewPeriod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orekit.time.AbsoluteDate;

/** From a problem's link table to what a pass carries. */
class LinkTableTest {
    private static final String PROBLEM = """
            {"schemaVersion": 1, "name": "volumes", "requests": [],
             "horizon": {"start": "2026-12-07T00:00:00Z", "end": "2026-12-10T00:00:00Z"},
             "antennas": [{"catalogue": "KDSA"}],
             "spacecraft": [{"catalogue": "IM-3", "linkTable": [
               {"band": "X", "maxRangeKm": 500000, "bitsPerS": 1000000},
               {"band": "X", "maxRangeKm": 500000, "minElevationDeg": 25, "bitsPerS": 6000000},
               {"band": "S", "maxRangeKm": 300000, "bitsPerS": 9000}]}]}
            """;

    private final OrekitContext context = OrekitContext.builtIn();

    @Test
    void aPassCarriesTheTablesRatesOverItsTimesInEachElevation() {
        Problem problem = read(PROBLEM);
        List<ViewPeriod> periods = new VisibilityService(context, 1)
                .compute(problem, CatalogueRun.trajectories(context), new VisibilityListener() {})
                .viewPeriods();
        Reference reference = new Reference(
                context,
                Objects.requireNonNull(problem.antennas().get(0).site()),
                CatalogueRun.trajectories(context)
                        .trajectory(problem.spacecraft().get(0), problem.horizon()),
                true);

        assertThat(periods).hasSizeGreaterThan(1);
        for (ViewPeriod period : periods) {
            double expected = 0;
            for (Instant t = period.aos().plusMillis(500); t.isBefore(period.los()); t = t.plusSeconds(1)) {
                AbsoluteDate date = context.date(t);
                expected += reference.elevationDeg(date, -1) >= 25 ? 6e6 : 1e6;
            }
            assertThat(period.volumeBits(Band.X, period.interval()))
                    .isGreaterThan(1e9)
                    .isCloseTo(expected, within(4 * 6e6));
            Interval firstMinute = new Interval(period.aos(), period.aos().plusSeconds(60));
            assertThat(period.volumeBits(Band.X, firstMinute)).isCloseTo(60 * 1e6, within(1.0));
            assertThat(period.volumeBits(Band.S, period.interval())).isZero();
        }
    }

    @Test
    void theTableIsWrittenAsItWasRead() {
        Problem problem = read(PROBLEM);
        assertThat(problem.spacecraft().get(0).linkTable()).hasSize(3);
        assertThat(read(ProblemWriter.toJson(problem)).spacecraft()).isEqualTo(problem.spacecraft());
    }

    private static Problem read(String json) {
        return ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
    }
}
