package dev.yeoju.replan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ChangeReader;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Problem;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.TrajectorySpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChangeApplicationTest {
    private static final Problem PROBLEM = read("""
            {"schemaVersion": 1, "name": "p", "horizon": {"start": "2026-12-07T00:00:00Z", "end": "2026-12-14T00:00:00Z"},
             "antennas": [{"catalogue": "KDSA", "unavailable": []}],
             "spacecraft": [{"catalogue": "IM-2"}, {"catalogue": "LRO"}, {"id": "GIVEN"},
               {"id": "LAUNCHED", "trajectory": {"type": "oem", "ephemeris": "orion-flyby"},
                "windows": [{"start": "2026-12-08T00:00:00Z", "end": "2026-12-13T00:00:00Z"}]}],
             "requests": [
               {"id": "A", "spacecraft": "LAUNCHED", "recurrence": {"every": "P1D"}, "minDuration": "PT1H",
                "exclude": [{"start": "2026-12-07T03:00:00Z", "end": "2026-12-07T04:00:00Z"}]},
               {"id": "B", "spacecraft": "LAUNCHED", "minDuration": "PT1H",
                "window": {"start": "2026-12-13T00:00:00Z", "end": "2026-12-14T00:00:00Z"}},
               {"id": "C", "spacecraft": "LRO", "minDuration": "PT1H", "ties": [{"type": "BEFORE", "request": "A/7"}]},
               {"id": "D", "spacecraft": "GIVEN", "minDuration": "PT1H"}],
             "viewPeriods": [{"antenna": "KDSA", "spacecraft": "GIVEN", "aos": "2026-12-08T00:00:00Z",
               "los": "2026-12-08T06:00:00Z"}]}
            """);

    private static Problem read(String json) {
        return ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
    }

    private static ChangedProblem changed(String... changes) {
        String json = "{\"at\": \"2026-12-09T00:00:00Z\", \"changes\": [" + String.join(",", changes) + "]}";
        return ChangeApplication.apply(PROBLEM, ChangeReader.read(json.getBytes(StandardCharsets.UTF_8), PROBLEM));
    }

    private static Map<String, TrackRequest> requests(ChangedProblem changed) {
        return changed.problem().requests().stream().collect(Collectors.toMap(TrackRequest::id, Function.identity()));
    }

    @Test
    void anOutageTakesTheAntennaAwayAndMovesNothing() {
        ChangedProblem changed =
                changed("{\"type\": \"OUTAGE\", \"antenna\": \"KDSA\", \"start\": \"2026-12-10T00:00:00Z\", \"end\":"
                        + " \"2026-12-10T12:00:00Z\", \"reason\": \"drive\"}");

        assertThat(changed.problem().antennas().get(0).downWithin(PROBLEM.horizon()))
                .hasSize(1);
        assertThat(changed.moved()).isEmpty();
    }

    @Test
    void aSlipMovesTrajectoryWindowsAndRequestsAndDropsWhatLeavesTheHorizon() {
        ChangedProblem changed = changed("{\"type\": \"SLIP\", \"spacecraft\": \"LAUNCHED\", \"by\": \"PT24H\"}");

        assertThat(changed.moved()).containsExactly("LAUNCHED");
        assertThat(changed.problem().spacecraft().get(3).trajectory())
                .isEqualTo(new TrajectorySpec.Delayed(new TrajectorySpec.Oem(null, "orion-flyby"), Duration.ofDays(1)));
        assertThat(changed.problem().spacecraft().get(3).windows().get(0).start())
                .isEqualTo(Instant.parse("2026-12-09T00:00:00Z"));
        Map<String, TrackRequest> requests = requests(changed);
        assertThat(requests).doesNotContainKey("B");
        assertThat(Objects.requireNonNull(requests.get("A")).window().start())
                .isEqualTo(Instant.parse("2026-12-08T00:00:00Z"));
        assertThat(Objects.requireNonNull(requests.get("A")).exclude().get(0).start())
                .isEqualTo(Instant.parse("2026-12-08T03:00:00Z"));
        assertThat(RequestExpansion.of(changed.problem().requests()).requests())
                .extracting(TrackRequest::id)
                .containsExactly("A/1", "A/2", "A/3", "A/4", "A/5", "A/6", "C", "D");
        assertThat(Objects.requireNonNull(requests.get("C")).ties())
                .as("A/7 is gone")
                .isEmpty();
        assertThat(changed.notes()).hasSize(3);
        assertThat(read(ProblemWriter.toJson(changed.problem()))).isEqualTo(changed.problem());
    }

    @Test
    void aSlipWithANewEphemerisTakesThatOne() {
        ChangedProblem changed = changed(
                "{\"type\": \"EPHEMERIS\", \"spacecraft\": \"LAUNCHED\", \"trajectory\": {\"type\": \"oem\","
                        + " \"ephemeris\": \"new\"}}",
                "{\"type\": \"SLIP\", \"spacecraft\": \"LAUNCHED\", \"by\": \"PT24H\"}");

        assertThat(changed.problem().spacecraft().get(3).trajectory()).isEqualTo(new TrajectorySpec.Oem(null, "new"));
    }

    @Test
    void givenViewPeriodsSlipTooAndThePlannerIsTold() {
        ChangedProblem changed = changed("{\"type\": \"SLIP\", \"spacecraft\": \"GIVEN\", \"by\": \"PT24H\"}");

        assertThat(changed.problem().viewPeriods())
                .extracting(GivenViewPeriod::aos)
                .containsExactly(Instant.parse("2026-12-09T00:00:00Z"));
        assertThat(changed.notes()).singleElement().asString().contains("EPHEMERIS");
    }

    @Test
    void aWithdrawnMemberLeavesTheOthersTheirIds() {
        ChangedProblem changed = changed("{\"type\": \"WITHDRAW\", \"request\": \"A/3\"}");

        assertThat(RequestExpansion.of(changed.problem().requests()).requests())
                .extracting(TrackRequest::id)
                .contains("A/2", "A/4", "A/7")
                .doesNotContain("A/3");
        assertThat(read(ProblemWriter.toJson(changed.problem()))).isEqualTo(changed.problem());
    }

    @Test
    void aWithdrawnRequestTakesTheTiesToItAlong() {
        ChangedProblem changed = changed("{\"type\": \"WITHDRAW\", \"request\": \"A\"}");

        assertThat(requests(changed)).containsOnlyKeys("B", "C", "D");
        assertThat(Objects.requireNonNull(requests(changed).get("C")).ties()).isEmpty();
    }

    @Test
    void anAddedRequestComesLast() {
        ChangedProblem changed = changed(
                "{\"type\": \"ADD_REQUEST\", \"request\": {\"id\": \"E\", \"spacecraft\": \"LRO\", \"minDuration\":"
                        + " \"PT1H\", \"critical\": true}}");

        assertThat(changed.problem().requests())
                .last()
                .extracting(TrackRequest::id)
                .isEqualTo("E");
        assertThat(changed.moved()).isEmpty();
    }
}
