package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SqueezerTest {
    @Test
    void trimsNoTrackAndNoRequestBelowItsMinimum() {
        int trims = 0;
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PlanState state = PlanFixtures.constructed(seed, random);
            int taken = state.taken().size();
            Squeezer squeezer = new Squeezer(state, random);
            for (PlanRequest request : state.model().requests()) {
                if (request.schedulable() && squeezer.beside(request) < 0) {
                    squeezer.inside(request);
                }
            }
            trims += state.journal().size();
            assertThat(state.taken().size()).as("tracks, seed %d", seed).isEqualTo(taken);
            for (int k = 0; k < taken; k++) {
                int assignment = state.taken().get(k);
                PlanRequest request = state.request(assignment);
                assertThat(state.eotS(assignment) - state.botS(assignment))
                        .as("track of %s, seed %d", request, seed)
                        .isGreaterThanOrEqualTo(request.minTrackS());
                assertThat(state.trackedS(request))
                        .as("time of %s, seed %d", request, seed)
                        .isGreaterThanOrEqualTo(request.minS());
            }
        }
        assertThat(trims).isPositive();
    }
}
