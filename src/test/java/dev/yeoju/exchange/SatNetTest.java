package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Fault;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Interval;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Opportunities;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Split;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.planning.PlanningListener;
import dev.yeoju.planning.SatNetWeek;
import dev.yeoju.planning.StopToken;
import dev.yeoju.replan.ScheduleComposer;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatNetTest {
    private static final Path FOLDER = Path.of("src/test/resources/satnet");
    private static final Instant DAY = Instant.parse("2018-03-05T00:00:00Z");
    private static final String HEAD = "week,year,starttime,endtime,antenna\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SatNet.Imported week() throws IOException {
        return SatNet.problem(
                SatNet.requests(Files.readAllBytes(FOLDER.resolve("problem.json"))),
                SatNet.maintenance(Files.readAllBytes(FOLDER.resolve("maintenance.csv"))));
    }

    private static TrackRequest request(Problem problem, String id) {
        return problem.requests().stream()
                .filter(request -> request.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Instant hour(int hours) {
        return DAY.plus(Duration.ofHours(hours));
    }

    @Test
    void requestsBecomeRequestsOfTheProblem() throws IOException {
        Problem problem = week().problem();

        assertThat(problem.name()).isEqualTo("W10_2018");
        assertThat(problem.tags()).containsExactly("satnet");
        assertThat(problem.objective()).isEqualTo(Objective.Preset.FAIR.objective());
        assertThat(problem.horizon()).isEqualTo(new Interval(DAY, hour(48)));
        assertThat(problem.antennas()).extracting("id").containsExactly("DSS-34", "DSS-36", "DSS-43");
        assertThat(problem.spacecraft()).extracting("mission").containsExactly("521", "77", "9", "NEW-1");
        TrackRequest request = request(problem, "a-1");
        assertThat(request.minDuration()).isEqualTo(Duration.ofMinutes(66));
        assertThat(request.preferredDuration()).isEqualTo(Duration.ofMinutes(66));
        assertThat(request.setup()).isEqualTo(Duration.ofMinutes(60));
        assertThat(request.teardown()).isEqualTo(Duration.ofMinutes(15));
        assertThat(request.window()).isEqualTo(new Interval(DAY, hour(34)));
        assertThat(request.exclusive()).isEqualTo(Exclusive.MISSION);
        assertThat(request.split()).isNull();
        assertThat(request.antennas()).containsExactly(ArrayOption.single("DSS-34"), ArrayOption.single("DSS-36"));
        assertThat(request(problem, "array").antennas()).containsExactly(new ArrayOption(List.of("DSS-34", "DSS-43")));
    }

    @Test
    void eightHoursAndMoreMayBeSplitInTwo() throws IOException {
        Problem problem = week().problem();

        assertThat(request(problem, "long").split()).isEqualTo(new Split(2, Duration.ofHours(4)));
        assertThat(request(problem, "crowd").split()).isEqualTo(new Split(2, Duration.ofHours(3)));
        assertThat(request(problem, "a-2").split()).isNull();
    }

    @Test
    void maintenanceThatCanMatterIsKept() throws IOException {
        Problem problem = week().problem();

        assertThat(problem.antennas().get(0).unavailable())
                .extracting("interval")
                .containsExactly(new Interval(hour(5), hour(7)));
        assertThat(problem.antennas().get(1).unavailable()).isEmpty();
    }

    @Test
    void anArrayHasTheViewPeriodsThatSatNetGivesIt() throws IOException {
        SatNet.Imported week = week();
        ProblemInstance instance = prepared(week.problem());
        Map<String, List<Opportunity>> opportunities = Opportunities.of(instance);

        assertThat(opportunities.get("either"))
                .contains(new Opportunity(
                        "either", new ArrayOption(List.of("DSS-34", "DSS-36")), new Interval(hour(10), hour(16))));
        // 34 and 36 have one each from 30 h on, with 43: 36, which would have had it for the shorter time, loses it.
        assertThat(opportunities.get("excess"))
                .containsExactlyInAnyOrder(
                        new Opportunity(
                                "excess",
                                new ArrayOption(List.of("DSS-34", "DSS-36")),
                                new Interval(hour(6), hour(10))),
                        new Opportunity(
                                "excess",
                                new ArrayOption(List.of("DSS-34", "DSS-43")),
                                new Interval(hour(30), hour(34))));
        assertThat(week.warnings())
                .singleElement()
                .asString()
                .contains("excess", "PT3H", "DSS-36_DSS-43", hour(30).toString());
    }

    @Test
    void aWeekThatIsWrittenIsReadAgain() throws IOException {
        Problem problem = week().problem();

        assertThat(ProblemReader.read(bytes(ProblemWriter.toJson(problem)), Catalogue.bundled()))
                .isEqualTo(problem);
    }

    @Test
    void everyFaultOfTheRequestsIsSaidAtOnce() {
        String wrong = """
                [{"subject": 1.5, "track_id": "a", "duration": 1, "duration_min": 2, "setup_time": -1, "teardown_time": 0,
                  "time_window_start": 1520208000, "time_window_end": 1520294400, "resources": [["DSS-34"]],
                  "resource_vp_dict": {"DSS-35": [{"TRX ON": 1520208000, "TRX OFF": 1520204400}]}},
                 {"subject": 2, "track_id": "a", "duration": 1, "duration_min": 1, "setup_time": 1, "teardown_time": 0,
                  "time_window_start": 1520294400, "time_window_end": 1520208000, "resources": [["DSS-34", "DSS-34"]],
                  "resource_vp_dict": {}, "setup": 4},
                 {"subject": 2, "track_id": "b", "duration": 30, "duration_min": 30, "setup_time": 1, "teardown_time": 0,
                  "time_window_start": 1520208000, "time_window_end": 1520294400, "resources": [["DSS-34"]],
                  "resource_vp_dict": {"DSS-34": [{"TRX ON": 1520208000, "TRX OFF": 1520215200},
                                                  {"TRX ON": 1520211600, "TRX OFF": 1520218800}]}}]
                """;

        List<Fault> faults = faultsOf(() -> SatNet.requests(bytes(wrong)));

        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/0/subject",
                        "/0/duration_min",
                        "/0/setup_time",
                        "/0/resource_vp_dict/DSS-35",
                        "/0/resource_vp_dict/DSS-35/0/TRX OFF",
                        "/1/track_id",
                        "/1/time_window_end",
                        "/1/resources/0/1",
                        "/1/setup",
                        "/2/duration_min",
                        "/2/resource_vp_dict/DSS-34/1");
        assertThat(faults).allMatch(fault -> fault.message().contains("(" + fault.value() + ")"));
        assertThat(faults).allMatch(fault -> fault.message().matches("(?s).*(Maybe|Known ones).*"));
    }

    @Test
    void everyFaultOfTheMaintenanceIsSaidWithItsLine() {
        List<Fault> faults = faultsOf(() -> SatNet.maintenance(bytes(HEAD
                + "10.0,2018,1520226000,1520218800,DSS-34\n"
                + "10.0,2018,soon,1520218800,DSS 34\n"
                + "\n"
                + "10.0,2018,1520226000,DSS-34\n"
                + "10.0,2018,1520226000,99999999999,DSS-34\n")));

        assertThat(faults).extracting(Fault::pointer).containsExactly("line 2", "line 3", "line 3", "line 5", "line 6");
        assertThat(faults)
                .extracting(Fault::value)
                .containsExactly("1520218800", "soon", "DSS 34", "10.0,2018,1520226000,DSS-34", "99999999999");
        assertThat(faults).allMatch(fault -> fault.message().contains("(" + fault.value() + ")"));
        assertThat(faultsOf(() -> SatNet.maintenance(bytes("week,year,start,endtime\n1,2,3,4\n"))))
                .extracting(Fault::message)
                .anyMatch(message -> message.contains("(start)"))
                .anyMatch(message -> message.contains("starttime is missing"))
                .anyMatch(message -> message.contains("antenna is missing"));
        assertThat(faultsOf(() -> SatNet.maintenance(new byte[0]))).hasSize(1);
    }

    @Test
    void maintenanceWithoutRowsIsNone() {
        assertThat(SatNet.maintenance(bytes(HEAD))).isEmpty();
    }

    @Test
    void whatCannotBeAWeekIsRefused() {
        assertThatThrownBy(() -> SatNet.requests(bytes("[]"))).hasMessageContaining("holds no request");
        assertThatThrownBy(() -> SatNet.requests(bytes("{}"))).hasMessageContaining("an array is expected");
        assertThatThrownBy(() -> SatNet.requests(bytes("[")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.kind()).isEqualTo(InvalidInputException.Kind.MALFORMED));
    }

    @Test
    void aMissionThatIsNeverVisibleIsRefused() {
        String never = """
                [{"subject": 5, "track_id": "a", "duration": 1, "duration_min": 1, "setup_time": 1, "teardown_time": 0,
                  "time_window_start": 1520208000, "time_window_end": 1520294400, "resources": [["DSS-34"]],
                  "resource_vp_dict": {"DSS-34": []}}]
                """;

        List<Fault> faults = faultsOf(() -> SatNet.problem(SatNet.requests(bytes(never)), List.of()));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/0/resource_vp_dict");
            assertThat(fault.message()).contains("(5)", "Maybe");
        });
    }

    @Test
    void aRequestThatIsNeverVisibleStillAsksForItsHours() throws IOException {
        String two = """
                [{"subject": 5, "track_id": "a", "duration": 1, "duration_min": 1, "setup_time": 1, "teardown_time": 0,
                  "time_window_start": 1520208000, "time_window_end": 1520294400, "resources": [["DSS-34"]],
                  "resource_vp_dict": {}},
                 {"subject": 5, "track_id": "b", "duration": 1, "duration_min": 1, "setup_time": 1, "teardown_time": 0,
                  "time_window_start": 1520208000, "time_window_end": 1520294400, "resources": [["DSS-34"]],
                  "resource_vp_dict": {"DSS-34": [{"TRX ON": 1520208000, "TRX OFF": 1520215200}]}}]
                """;

        ProblemInstance instance =
                prepared(SatNet.problem(SatNet.requests(bytes(two)), List.of()).problem());

        assertThat(Opportunities.of(instance).get("a")).isEmpty();
        assertThat(ScheduleChecker.evaluate(instance, List.of()).figures().requestedHours())
                .isEqualTo(2);
    }

    @Test
    void aTrackOfAnArrayIsWrittenOnceForEachAntenna() throws IOException {
        Problem problem = week().problem();
        Track track = new Track(
                "array#1",
                "array",
                "NEW-1",
                List.of("DSS-34", "DSS-43"),
                hour(6),
                hour(8),
                hour(11),
                hour(11).plusSeconds(2400),
                false);
        Track other = new Track("a-1#1", "a-1", "521", List.of("DSS-36"), hour(3), hour(4), hour(5), hour(6), false);

        String text = SatNet.write(problem, schedule(problem, List.of(track, other)));

        long day = DAY.getEpochSecond();
        assertThat(text.replaceAll("\\s+", ""))
                .isEqualTo("[{\"RESOURCE\":\"DSS-36\",\"SC\":521,\"START_TIME\":%d,\"TRACKING_ON\":%d,"
                                .formatted(day + 10800, day + 14400)
                        + "\"TRACKING_OFF\":%d,\"END_TIME\":%d,\"TRACK_ID\":\"a-1\"},"
                                .formatted(day + 18000, day + 21600)
                        + row("DSS-34", day) + "," + row("DSS-43", day) + "]");
    }

    private static String row(String antenna, long day) {
        return ("{\"RESOURCE\":\"%s\",\"SC\":\"NEW-1\",\"START_TIME\":%d,\"TRACKING_ON\":%d,\"TRACKING_OFF\":%d,"
                        + "\"END_TIME\":%d,\"TRACK_ID\":\"array\"}")
                .formatted(antenna, day + 21600, day + 28800, day + 39600, day + 42000);
    }

    @Test
    void aScheduleOfAnotherProblemIsRefusedTrackByTrack() throws IOException {
        Problem problem = week().problem();
        Track wrong = new Track("x#1", "a-3", "522", List.of("DSS-37"), hour(3), hour(4), hour(5), hour(6), false);

        List<Fault> faults = faultsOf(() -> SatNet.write(problem, schedule(problem, List.of(wrong))));

        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactly("/tracks/0/request", "/tracks/0/spacecraft", "/tracks/0/antennas/0");
        assertThat(faults.get(0).message()).contains("(a-3)", "Maybe \"a-");
    }

    @Test
    void anExportedScheduleKeepsSatNetsRules() throws IOException {
        String requests = Files.readString(FOLDER.resolve("problem.json"));
        String maintenance = Files.readString(FOLDER.resolve("maintenance.csv"));

        assertKeepsTheRules(prepared(week().problem()), requests, maintenance, 3_000);
    }

    @ParameterizedTest
    @CsvSource({"W10_2018, 0", "W20_2018, 1", "W30_2018, 0"})
    void schedulesOfRealWeeksKeepSatNetsRules(String week, int losses) throws IOException {
        assumeThat(SatNetWeek.isPresent()).as("SatNet weeks").isTrue();
        String requests = new String(SatNetWeek.requests(week), StandardCharsets.UTF_8);
        String maintenance = new String(SatNetWeek.maintenance(week), StandardCharsets.UTF_8);
        SatNet.Imported imported =
                SatNet.problem(SatNet.requests(bytes(requests)), SatNet.maintenance(bytes(maintenance)));

        assertThat(imported.problem().name()).isEqualTo(week);
        assertThat(imported.warnings()).hasSizeLessThanOrEqualTo(losses);
        assertKeepsTheRules(prepared(imported.problem()), requests, maintenance, 4_000);
    }

    private static void assertKeepsTheRules(ProblemInstance instance, String requests, String maintenance, long steps) {
        List<Track> tracks = new PassPlanner()
                .solve(
                        instance,
                        new SolverOptions(Duration.ofMinutes(10), steps, 1),
                        PlanningListener.NONE,
                        new StopToken())
                .tracks();
        Evaluation evaluation = ScheduleChecker.evaluate(instance, tracks);
        Schedule schedule = ScheduleComposer.compose(instance, tracks, null, null);

        String solution = SatNet.write(instance.problem(), schedule);
        SatNetRules.Verdict verdict = SatNetRules.judge(requests, maintenance, solution);

        assertThat(tracks).isNotEmpty();
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.trackedHours())
                .isCloseTo(evaluation.figures().trackedHours(), within(1e-9 * requests.length()));
        assertThat(verdict.satisfied()).isEqualTo(evaluation.figures().satisfied());
        assertThat(verdict.uRms()).isCloseTo(evaluation.figures().uRms(), within(1e-9));
        assertThat(verdict.uMax()).isCloseTo(evaluation.figures().uMax(), within(1e-9));
    }

    @Test
    void theIndependentRulesFindWhatIsBroken() throws IOException {
        String requests = Files.readString(FOLDER.resolve("problem.json"));
        String maintenance = Files.readString(FOLDER.resolve("maintenance.csv"));
        Problem problem = week().problem();
        // Too early for its view period, without its setup, in maintenance, and beside another track of its mission.
        List<Track> wrong = List.of(
                new Track("a-1#1", "a-1", "521", List.of("DSS-34"), hour(5), hour(5), hour(6), hour(6), false),
                new Track("a-2#1", "a-2", "521", List.of("DSS-34"), hour(1), hour(2), hour(6), hour(6), false));

        SatNetRules.Verdict verdict =
                SatNetRules.judge(requests, maintenance, SatNet.write(problem, schedule(problem, wrong)));

        assertThat(String.join("\n", verdict.broken()))
                .contains(
                        "other setup or teardown",
                        "lies in no view period",
                        "is in maintenance",
                        "are of one mission",
                        "is taken twice",
                        "a-1 has tracks of");
    }

    private static Schedule schedule(Problem problem, List<Track> tracks) {
        return ScheduleComposer.compose(prepared(problem), tracks, null, null);
    }

    private static ProblemInstance prepared(Problem problem) {
        return Pipeline.over(null)
                .prepare(problem, ProblemFiles.beside(FOLDER.resolve("problem.json")), new StopSignal())
                .instance();
    }

    private static List<Fault> faultsOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        InvalidInputException e = catchThrowableOfType(InvalidInputException.class, call);
        assertThat(e).isNotNull();
        return e.faults();
    }

    @Test
    void givenViewPeriodsOfOneRequestAndAntennaDoNotOverlap() throws IOException {
        List<GivenViewPeriod> periods = week().problem().viewPeriods();

        for (GivenViewPeriod one : periods) {
            assertThat(periods)
                    .filteredOn(other -> other != one
                            && other.antenna().equals(one.antenna())
                            && String.valueOf(other.request()).equals(one.request()))
                    .noneMatch(other ->
                            other.aos().isBefore(one.los()) && one.aos().isBefore(other.los()));
        }
    }
}
