package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Service;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TwoWayWarningsTest {
    private static final Interval DAY =
            new Interval(Instant.parse("2026-12-07T00:00:00Z"), Instant.parse("2026-12-08T00:00:00Z"));

    /** Twice 299,792,458 km at the speed of light are 2,000 s. */
    private static final double FAR_KM = 299_792_458;

    @Test
    void aTrackThatEndsBeforeTheAnswerIsWarnedOnceForASeries() {
        List<TrackRequest> series = List.of(request("M/1", "M", true, 1_999), request("M/2", "M", true, 1_999));
        assertThat(TwoWayWarnings.of(series, List.of(period(FAR_KM))))
                .singleElement()
                .asString()
                .contains("Request M:", "(PT33M19S)", "(PT33M20S)");
    }

    @Test
    void aTrackAsLongAsTheRoundTripIsNot() {
        assertThat(TwoWayWarnings.of(List.of(request("M", null, true, 2_000)), List.of(period(FAR_KM))))
                .isEmpty();
    }

    @Test
    void neitherIsOneThatOnlyReceivesNorOneOfUnknownDistance() {
        assertThat(TwoWayWarnings.of(List.of(request("M", null, false, 60)), List.of(period(FAR_KM))))
                .isEmpty();
        assertThat(TwoWayWarnings.of(List.of(request("M", null, true, 60)), List.of(period(null))))
                .isEmpty();
    }

    private static ViewPeriod period(@Nullable Double minRangeKm) {
        return new ViewPeriod(
                "KDSA",
                "MARS-ORB",
                null,
                DAY.start(),
                DAY.end(),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                minRangeKm,
                List.of(),
                false);
    }

    private static TrackRequest request(String id, @Nullable String series, boolean uplink, long minS) {
        Duration min = Duration.ofSeconds(minS);
        return new TrackRequest(
                id,
                "MARS-ORB",
                Service.RANGING,
                Band.X,
                uplink,
                List.of(ArrayOption.single("KDSA")),
                DAY,
                List.of(),
                null,
                min,
                min,
                Duration.ZERO,
                Duration.ZERO,
                null,
                1,
                false,
                false,
                Exclusive.SPACECRAFT,
                null,
                null,
                List.of(),
                series);
    }
}
