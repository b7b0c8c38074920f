package dev.yeoju.replan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ChangeReader;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Change;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Replan;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackStanding.Standing;
import dev.yeoju.service.CheckReport;
import dev.yeoju.service.Engine;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled week that was published, and what then happened. */
class SlipAndOutageTest {
    private static final Path FOLDER = Path.of("problems/slip-and-outage");
    private static final SolverOptions STEPS = new SolverOptions(Duration.ofHours(1), 3_000, 0);
    private static final Engine ENGINE = Pipeline.over(null);
    private static final Problem WEEK = ProblemReader.read(bytes("week.json"), Catalogue.bundled());
    private static final ProblemInstance INSTANCE =
            ENGINE.prepare(WEEK, ProblemFiles.none(), new StopSignal()).instance();
    private static final Schedule PUBLISHED = ScheduleJson.read(bytes("published.json"));

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChangeSet changes(String name) {
        return ChangeReader.read(bytes(name), WEEK);
    }

    private static Replan replan(String name) {
        return ENGINE.replan(
                        INSTANCE, ProblemFiles.none(), PUBLISHED.tracks(), changes(name), 0, STEPS, new StopSignal())
                .replan();
    }

    @Test
    void whatIsPublishedKeepsTheRulesAndIsWorthWhatItSays() {
        CheckReport report = ENGINE.check(INSTANCE, PUBLISHED, true);

        assertThat(report.violations()).isEmpty();
        assertThat(report.claims()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch-slip.json", "antenna-outage.json", "late-critical-request.json"})
    void eachChangeIsAnsweredWithinTheRulesAndAlwaysTheSameWay(String name) {
        Replan replan = replan(name);
        Replan.Answer answer = replan.answers().get(0);

        CheckReport report = ENGINE.check(answer.instance(), answer.schedule(), true);
        assertThat(report.violations()).isEmpty();
        assertThat(report.claims()).as("its bound is proven again").isEmpty();
        assertThat(answer.schedule().bound()).isNotNull();
        assertThat(answer.diff().changes()).isPositive();
        assertThat(answer.diff().entries())
                .filteredOn(entry -> entry.isChange())
                .allSatisfy(entry -> assertThat(entry.why()).isNotBlank());
        ChangeSet changes = changes(name);
        List<Track> stays = PUBLISHED.tracks().stream()
                .filter(track -> track.boa().isBefore(changes.freezeUntil()))
                .toList();
        assertThat(answer.schedule().tracks())
                .as("what began or is frozen")
                .filteredOn(Track::pinned)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("pinned")
                .containsExactlyInAnyOrderElementsOf(stays);
        assertThat(ScheduleJson.write(replan(name).answers().get(0).schedule()))
                .isEqualTo(ScheduleJson.write(answer.schedule()));
    }

    @Test
    void theSlipMovesWhatStoodOnTheOldLaunchAndLeavesTheOtherMissionsMostlyAlone() {
        Replan replan = replan("launch-slip.json");
        Change.Slip slip = (Change.Slip) changes("launch-slip.json").changes().get(0);

        assertThat(replan.standings())
                .filteredOn(standing -> standing.track().spacecraft().equals(slip.spacecraft()))
                .isNotEmpty()
                .anyMatch(standing -> standing.standing() == Standing.DRIFTED);
        assertThat(replan.answers().get(0).schedule().tracks())
                .filteredOn(track -> track.spacecraft().equals(slip.spacecraft()))
                .isNotEmpty()
                .allMatch(track -> !track.bot()
                        .isBefore(WEEK.requests().get(0).window().start().plus(slip.by())));
        List<Track> others = PUBLISHED.tracks().stream()
                .filter(track -> !track.spacecraft().equals(slip.spacecraft()))
                .toList();
        long kept = others.stream()
                .filter(replan.answers().get(0).schedule().tracks()::contains)
                .count();
        assertThat(kept).isGreaterThan(others.size() / 2);
    }

    @Test
    void nothingIsLeftOnTheAntennaThatIsDown() {
        Change.Outage outage =
                (Change.Outage) changes("antenna-outage.json").changes().get(0);
        assertThat(PUBLISHED.tracks())
                .as("the outage hits something")
                .anyMatch(track -> track.antennas().contains(outage.antenna())
                        && track.activity().overlaps(outage.interval()));

        Schedule answer = replan("antenna-outage.json").answers().get(0).schedule();

        assertThat(answer.tracks())
                .noneMatch(track -> track.antennas().contains(outage.antenna())
                        && track.activity().overlaps(outage.interval()));
        assertThat(answer.critical().satisfied()).isEqualTo(answer.critical().requests());
    }

    @Test
    void theLateRequestIsServed() {
        Schedule answer = replan("late-critical-request.json").answers().get(0).schedule();

        assertThat(answer.tracks().stream().map(Track::request).collect(Collectors.toSet()))
                .contains("LRO-SAFE-MODE");
        assertThat(answer.critical().satisfied()).isEqualTo(answer.critical().requests());
    }
}
