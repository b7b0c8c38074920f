package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Band;
import dev.yeoju.model.DataRateStep;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Interval;
import dev.yeoju.model.UsableKey;
import dev.yeoju.model.ViewPeriod;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewPeriodJsonTest {
    private static final Instant AOS = Instant.parse("2026-12-07T03:00:00.123456Z");
    private static final Instant LOS = Instant.parse("2026-12-07T09:00:00.9996Z");

    @Test
    void timesAreToTheNearestMillisecond() {
        assertThat(write(period(Map.of())))
                .contains("\"aos\":\"2026-12-07T03:00:00.123Z\"")
                .contains("\"los\":\"2026-12-07T09:00:01.000Z\"")
                .contains("\"peak\":\"2026-12-07T06:00:00.000Z\"");
    }

    @Test
    void whatIsNotKnownIsNull() {
        assertThat(write(period(Map.of())))
                .contains("\"request\":null,", "\"transmitOn\":null,", "\"transmitOff\":null,", "\"minSepDeg\":null,");
    }

    @Test
    void usableTimesAreByBandAndDirectionInOrder() {
        Map<UsableKey, List<Interval>> usable = new LinkedHashMap<>();
        usable.put(new UsableKey(Band.X, Direction.RECEIVE), List.of(new Interval(AOS, LOS)));
        usable.put(new UsableKey(Band.KA, Direction.TRANSMIT), List.of());

        assertThat(write(period(usable)))
                .contains("\"usable\":{\"Ka/TX\":[],"
                        + "\"X/RX\":[[\"2026-12-07T03:00:00.123Z\",\"2026-12-07T09:00:01.000Z\"]]}");
    }

    @Test
    void figuresAreRoundedAndWarningsFollow() {
        assertThat(write(period(Map.of())))
                .contains("\"peakElevationDeg\":64.5724,", "\"minRangeKm\":384400.123,", "\"flags\":[\"KEYHOLE\"]")
                .contains("\"warnings\":[\"Theephemerisends.\"]");
    }

    @Test
    void dataRatesAndVolumesAreByBand() {
        ViewPeriod plain = period(Map.of());
        ViewPeriod period = new ViewPeriod(
                plain.antenna(),
                plain.spacecraft(),
                plain.request(),
                plain.aos(),
                plain.los(),
                null,
                null,
                plain.usable(),
                plain.peak(),
                plain.peakElevationDeg(),
                plain.minSepDeg(),
                plain.minRangeKm(),
                plain.flags(),
                false,
                null,
                Map.of(
                        Band.X,
                        List.of(
                                new DataRateStep(new Interval(AOS, AOS.plusSeconds(100)), 1e6),
                                new DataRateStep(new Interval(AOS.plusSeconds(200), AOS.plusSeconds(250)), 4e6))));

        assertThat(write(period))
                .contains("\"dataRates\":{\"X\":[{\"start\":\"2026-12-07T03:00:00.123Z\",\"end\":"
                        + "\"2026-12-07T03:01:40.123Z\",\"bitsPerS\":1000000},")
                .contains("\"volumeBits\":{\"X\":300000000}");
        assertThat(write(plain)).doesNotContain("dataRates", "volumeBits");
    }

    private static String write(ViewPeriod period) {
        return ViewPeriodJson.write(List.of(period), List.of("The ephemeris ends."))
                .replaceAll("\\s", "");
    }

    private static ViewPeriod period(Map<UsableKey, List<Interval>> usable) {
        return new ViewPeriod(
                "KDSA",
                "KPLO",
                null,
                AOS,
                LOS,
                null,
                null,
                usable,
                Instant.parse("2026-12-07T06:00:00Z"),
                64.572448,
                null,
                384400.12345,
                List.of("KEYHOLE"),
                false);
    }
}
