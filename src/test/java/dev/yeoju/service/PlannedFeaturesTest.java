package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Problems of the format from their text to a schedule that the checker and its certificate bear out. */
class PlannedFeaturesTest {
    private static final Path ACCEPTED = Path.of("src/test/resources/accepted");
    private static final SolveListener NOBODY = new SolveListener() {
        @Override
        public void progress(Progress progress) {}

        @Override
        public void improved(Supplier<Schedule> best) {}
    };

    private final Engine engine = Pipeline.over(null);

    private static String text(String name) throws IOException {
        return Files.readString(ACCEPTED.resolve(name + ".json"));
    }

    private Schedule solvedAndChecked(String json) {
        Problem problem = ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        ProblemInstance instance =
                engine.prepare(problem, ProblemFiles.none(), new StopSignal()).instance();
        Schedule solved = engine.solve(instance, 1, NOBODY, new StopSignal());
        Schedule schedule = ScheduleJson.read(ScheduleJson.write(solved).getBytes(StandardCharsets.UTF_8));
        boolean feasible = schedule.status() == Schedule.Status.FEASIBLE;
        CheckReport report = engine.check(instance, schedule, feasible);
        assertThat(report.claims()).isEmpty();
        assertThat(report.isValid()).isEqualTo(feasible);
        if (feasible) {
            assertThat(report.provenBound()).isNotNull();
        }
        return schedule;
    }

    @Test
    void pinsStayAndWhatWasPublishedIsKeptUnlessItPays() throws IOException {
        Schedule schedule = solvedAndChecked(text("pins-and-published"));
        assertThat(schedule.status()).isEqualTo(Schedule.Status.FEASIBLE);
        assertThat(schedule.tracks()).extracting(Track::id).contains("pin");
        // Both of LRO's published tracks are kept; the second is an hour short of what it prefers, and that hour does
        // not
        // pay for a change.
        assertThat(schedule.tracks())
                .filteredOn(track -> track.request().equals("LRO-TM/1"))
                .singleElement()
                .satisfies(track -> assertThat(track.bot()).isEqualTo("2026-12-07T07:00:00Z"));
        assertThat(schedule.critical()).isEqualTo(new Schedule.Critical(2, 2, 2));
    }

    @Test
    void aPinThatBreaksRulesIsKeptEachOfThemIsNamedAndNoGapIsClaimed() throws IOException {
        // An hour before the spacecraft rises, and with a setup that is a quarter of an hour short.
        String broken = text("pins-and-published")
                .replace("\"boa\": \"2026-12-07T04:30:00Z\"", "\"boa\": \"2026-12-07T00:45:00Z\"")
                .replace("\"bot\": \"2026-12-07T05:00:00Z\"", "\"bot\": \"2026-12-07T01:00:00Z\"")
                .replace("\"eot\": \"2026-12-07T06:00:00Z\"", "\"eot\": \"2026-12-07T02:30:00Z\"")
                .replace("\"eoa\": \"2026-12-07T06:15:00Z\"", "\"eoa\": \"2026-12-07T02:45:00Z\"");
        Schedule schedule = solvedAndChecked(broken);
        assertThat(schedule.status()).isEqualTo(Schedule.Status.INFEASIBLE);
        assertThat(schedule.violations())
                .extracting(Violation::code)
                .containsExactlyInAnyOrder("NOT_IN_VIEW", "SETUP_LENGTH");
        assertThat(schedule.bound()).isNull();
        assertThat(schedule.gapPercent()).isNull();
        assertThat(schedule.certificate()).isNull();
        assertThat(schedule.tracks()).extracting(Track::request).contains("KPLO-TM", "LRO-TM/1", "LRO-TM/2");
    }

    @Test
    void slewingSharedBeamsAndLimitsOfAComplexArePlannedCheckedAndBounded() throws IOException {
        Schedule schedule = solvedAndChecked(text("slew-beam-complex"));

        assertThat(schedule.status()).isEqualTo(Schedule.Status.FEASIBLE);
        Track first = ofRequest(schedule, "IM-1-TM");
        Track second = ofRequest(schedule, "IM-2-TM");
        assertThat(first.bot()).as("both in one beam").isBefore(second.eot());
        assertThat(second.bot()).as("both in one beam").isBefore(first.eot());
    }

    @Test
    void simultaneousRequestsGetTheSameTimesTrackByTrackBesideAPinToo() throws IOException {
        String pinned = text("simultaneous-splits");
        String free = pinned.replaceFirst("(?s)\"pins\": \\[.*?\\],\\s*\"solver\"", "\"solver\"");

        assertThat(simultaneousHours(pinned))
                .as("the pin takes an hour and a half of two")
                .isEqualTo(3.5);
        assertThat(simultaneousHours(free)).isEqualTo(4);
    }

    private double simultaneousHours(String problem) {
        Schedule schedule = solvedAndChecked(problem);
        assertThat(schedule.status()).isEqualTo(Schedule.Status.FEASIBLE);
        assertThat(timesOf(schedule, "EAST")).hasSize(2).isEqualTo(timesOf(schedule, "SOUTH"));
        return schedule.tracks().stream()
                        .mapToLong(track -> track.duration().toSeconds())
                        .sum()
                / 2
                / 3600.0;
    }

    private static List<String> timesOf(Schedule schedule, String request) {
        return schedule.tracks().stream()
                .filter(track -> track.request().equals(request))
                .map(track -> track.bot() + " to " + track.eot())
                .sorted()
                .toList();
    }

    private static Track ofRequest(Schedule schedule, String request) {
        return schedule.tracks().stream()
                .filter(track -> track.request().equals(request))
                .findFirst()
                .orElseThrow(() -> new AssertionError(request + " is not scheduled"));
    }
}
