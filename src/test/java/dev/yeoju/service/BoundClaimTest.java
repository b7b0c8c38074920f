package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.yeoju.model.Fault;
import dev.yeoju.model.Figures;
import dev.yeoju.model.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundClaimTest {
    private static Schedule claiming(@Nullable Double bound) {
        return new Schedule(
                1,
                "p",
                Schedule.Status.EMPTY,
                0,
                bound,
                null,
                new Schedule.Critical(0, 0, null),
                new Figures(0, 0, 0, 0, 0, 0, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    @Test
    void aBoundThatItsCertificateProvesHolds() {
        assertThat(BoundClaim.faults(claiming(100.0), 100.0)).isEmpty();
        assertThat(BoundClaim.faults(claiming(100.0), 99.0)).isEmpty();
        assertThat(BoundClaim.faults(claiming(100.0), 100.0001)).isEmpty();
    }

    @Test
    void aBoundLowerThanWhatIsProvenIsAWrongClaim() {
        assertThat(BoundClaim.faults(claiming(99.9), 100.0))
                .extracting(Fault::pointer, Fault::value)
                .containsExactly(tuple("/bound", "99.9"));
    }

    @Test
    void withoutBoundOrCertificateNothingIsProven() {
        assertThat(BoundClaim.faults(claiming(null), null))
                .extracting(Fault::pointer)
                .containsExactly("/bound");
        assertThat(BoundClaim.faults(claiming(1.0), null))
                .extracting(Fault::pointer)
                .containsExactly("/certificate");
    }
}
