package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RuinerTest {
    @Test
    void clearsANightOfTheMissionsAndNothingOfOthersBeside() {
        int removals = 0;
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PlanState state = PlanFixtures.constructed(seed, random);
            Ruiner ruiner = new Ruiner(state, random);
            for (PlanRequest request : state.model().requests()) {
                for (PlanOpportunity night : request.opportunities()) {
                    ruiner.begin();
                    ruiner.missionNights(request, night);
                    for (int entry = 0; entry < state.journal().size(); entry++) {
                        PlanRequest other = state.request(state.journal().assignment(entry));
                        assertThat(other.mission() == request.mission()
                                        || other.tied()
                                        || state.journal().botS(entry) < night.endS() + reachS(request, other)
                                                && state.journal().eotS(entry)
                                                        > night.startS() - reachS(request, other))
                                .as("track of %s for %s, seed %d", other, request, seed)
                                .isTrue();
                    }
                    removals += ruiner.removed().size();
                    for (int antenna = 0; antenna < night.antennas().size(); antenna++) {
                        Timeline line = state.antenna(night.antennas().get(antenna));
                        for (int at = 0; at < line.size(); at++) {
                            assertThat(state.isMovable(line.owner(at))
                                            && line.endS(at) > night.startS()
                                            && line.startS(at) < night.endS())
                                    .as("in the way of %s, seed %d", request, seed)
                                    .isFalse();
                        }
                    }
                    state.rollBack();
                }
            }
        }
        assertThat(removals).isPositive();
    }

    private static int reachS(PlanRequest request, PlanRequest other) {
        return request.setupS() + request.teardownS() + other.setupS() + other.teardownS();
    }
}
