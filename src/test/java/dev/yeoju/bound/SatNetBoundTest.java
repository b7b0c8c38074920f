package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yeoju.model.Objective;
import dev.yeoju.planning.SatNetWeek;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Real weeks of the Deep Space Network: known schedules are not above the bound, and it says something. */
class SatNetBoundTest {
    /** Tracked hours and nothing else. */
    private static final Objective HOURS = new Objective(
            Objective.Preset.THROUGHPUT, 0, 0, Objective.FairnessWeighting.HOURS, 0, Objective.ChangeCosts.DEFAULT);

    @Test
    void trackedHoursOfTheTenthWeekAreBoundedNearTheBestKnown() throws IOException {
        assumeTrue(SatNetWeek.isPresent(), "../shared/satnet is not there");
        Bound bound = BoundSolver.solve(
                SatNetWeek.read("W10_2018", HOURS), new BoundOptions(120, Duration.ofHours(1)), BoundWatch.NONE);
        // 1065 h: the best schedule known; 1192 h: all that is asked.
        assertThat(bound.value()).isBetween(1065.0, 1180.0);
    }
}
