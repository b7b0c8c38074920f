package dev.yeoju.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.CatalogueEntry;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Intervals;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.visibility.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledProblemsTest {
    private static final Path DIRECTORY = Path.of("problems");
    /** A lander that no antenna ever sees. */
    private static final String FAR_SIDE = "BLUE-GHOST-2";

    static List<Path> problems() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void eachHasALineInTheReadme(Path file) throws IOException {
        assertThat(Files.readString(DIRECTORY.resolve("README.md"))).contains("| `" + file.getFileName() + "` |");
    }

    @ParameterizedTest
    @MethodSource("problems")
    void eachIsNamedAfterItsFileAndExpandsWithoutWarning(Path file) throws IOException {
        Problem problem = read(file);
        assertThat(problem.name() + ".json").isEqualTo(String.valueOf(file.getFileName()));
        assertThat(problem.description()).isNotBlank();
        assertThat(problem.tags()).isNotEmpty();
        assertThat(RequestExpansion.of(problem.requests()).warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void noTrajectoryIsWarnedAndOnlyTheFarSideIsNeverVisible(Path file) throws IOException {
        Visibility visibility = SeedTrajectories.visibility(read(file));
        assertThat(visibility.warnings()).isEmpty();
        assertThat(visibility.absences()).allSatisfy(absence -> {
            assertThat(absence.spacecraft()).isEqualTo(FAR_SIDE);
            assertThat(absence.code()).isEqualTo(ReasonCode.NEVER_VISIBLE);
            assertThat(absence.text()).contains("far side");
        });
    }

    /** Alone on the antennas, each request could be served: what is left out later is left out for want of time. */
    @ParameterizedTest
    @MethodSource("problems")
    void everyRequestCouldBeServedWereItAlone(Path file) throws IOException {
        Problem problem = read(file);
        List<ViewPeriod> periods = SeedTrajectories.visibility(problem).viewPeriods();
        for (TrackRequest request : RequestExpansion.of(problem.requests()).requests()) {
            if (request.spacecraft().equals(FAR_SIDE)) {
                continue;
            }
            assertThat(mostAlone(problem, periods, request))
                    .as("most time for %s alone", request.id())
                    .isGreaterThanOrEqualTo(request.minDuration());
        }
    }

    /** problems/README.md, "How full they are". */
    @Test
    void theReadmeSaysHowFullEachIs() throws IOException {
        String readme = Files.readString(DIRECTORY.resolve("README.md"));
        List<String> rows = new ArrayList<>();
        for (Path file : problems()) {
            Problem problem = read(file);
            double asked = antennaHours(RequestExpansion.of(problem.requests()).requests());
            double there = visibleHours(problem);
            rows.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %,.1f h | %,.1f h | %.2f |",
                    file.getFileName(),
                    asked,
                    there,
                    asked / there));
        }
        assertThat(readme).as(String.join("\n", rows)).contains(rows);
    }

    /** Every row of the catalogue is exercised. */
    @Test
    void everyEntryOfTheCatalogueIsUsedByOne() throws IOException {
        Set<String> unused = new TreeSet<>();
        for (CatalogueEntry.Kind kind : CatalogueEntry.Kind.values()) {
            Catalogue.bundled().entries(kind).forEach(entry -> unused.add(entry.id()));
        }
        for (Path file : problems()) {
            String text = Files.readString(file);
            unused.removeIf(id -> text.contains("\"catalogue\": \"" + id + "\""));
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void theLunarWeekAsksForOnePointEightTimesTheHoursThereAre() throws IOException {
        Problem week = read(DIRECTORY.resolve("kdsa-lunar-week.json"));
        List<TrackRequest> requests = RequestExpansion.of(week.requests()).requests();
        assertThat(requests).hasSize(54);
        assertThat(requests.stream().filter(TrackRequest::critical)).hasSize(2);
        assertThat(antennaHours(requests) / visibleHours(week)).isBetween(1.5, 2.0);
    }

    @Test
    void theFlybyAsksForAboutAllTheHoursThereAre() throws IOException {
        Problem flyby = read(DIRECTORY.resolve("artemis-flyby.json"));
        List<TrackRequest> requests = RequestExpansion.of(flyby.requests()).requests();
        assertThat(requests).hasSize(92);
        assertThat(requests.stream().filter(TrackRequest::critical)).hasSize(4);
        assertThat(requests.stream()
                        .filter(request -> request.antennas().stream()
                                .anyMatch(option -> option.antennas().size() == 2)))
                .as("requests that arrays may serve")
                .hasSize(10);
        assertThat(antennaHours(requests) / visibleHours(flyby)).isBetween(0.95, 1.15);
    }

    @Test
    void theFlybyIsLostBehindTheMoonBetweenItsTwoCriticalTracks() throws IOException {
        Problem problem = read(DIRECTORY.resolve("artemis-flyby.json"));
        List<Interval> seen = SeedTrajectories.visibility(problem).viewPeriods().stream()
                .filter(period -> period.antenna().equals("KDSA") && "ORION-FLYBY".equals(period.spacecraft()))
                .map(ViewPeriod::interval)
                .toList();
        TrackRequest before = request(problem, "ORION-BEFORE-FAR-SIDE");
        TrackRequest after = request(problem, "ORION-AFTER-FAR-SIDE");
        Interval around = new Interval(before.window().start(), after.window().end());
        List<Interval> hidden = Intervals.difference(List.of(around), seen);
        assertThat(hidden).hasSize(1);
        assertThat(hidden.get(0).duration()).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(50));
        assertThat(hidden.get(0).start()).isBefore(before.window().end());
        assertThat(hidden.get(0).end()).isAfter(after.window().start());
    }

    private static Problem read(Path file) throws IOException {
        return ProblemReader.read(file, Catalogue.bundled());
    }

    private static TrackRequest request(Problem problem, String id) {
        return problem.requests().stream()
                .filter(request -> request.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Preferred time and one setup and teardown a request, on each member of its smallest array. */
    private static double antennaHours(List<TrackRequest> requests) {
        double seconds = 0;
        for (TrackRequest request : requests) {
            int members = request.antennas().stream()
                    .mapToInt(option -> option.antennas().size())
                    .min()
                    .orElseThrow();
            seconds += members
                    * request.preferredDuration()
                            .plus(request.setup())
                            .plus(request.teardown())
                            .toSeconds();
        }
        return seconds / 3600;
    }

    /** Hours in which an antenna is up and sees any of the spacecraft, over all antennas. */
    private static double visibleHours(Problem problem) {
        List<ViewPeriod> periods = SeedTrajectories.visibility(problem).viewPeriods();
        double seconds = 0;
        for (Antenna antenna : problem.antennas()) {
            List<Interval> seen = Intervals.union(periods.stream()
                    .filter(period -> period.antenna().equals(antenna.id()))
                    .map(ViewPeriod::interval)
                    .toList());
            for (Interval up : Intervals.difference(seen, antenna.downWithin(problem.horizon()))) {
                seconds += up.duration().toSeconds();
            }
        }
        return seconds / 3600;
    }

    private static List<Interval> usable(ViewPeriod period, TrackRequest request) {
        List<Interval> receive = period.usable(request.band(), Direction.RECEIVE);
        return request.uplink()
                ? Intervals.intersection(receive, period.usable(request.band(), Direction.TRANSMIT))
                : receive;
    }

    private static Duration mostAlone(Problem problem, List<ViewPeriod> periods, TrackRequest request) {
        List<Duration> pieces = new ArrayList<>();
        for (ArrayOption option : request.antennas()) {
            List<Interval> common = request.allowed();
            for (Antenna antenna : problem.antennas()) {
                if (option.antennas().contains(antenna.id())) {
                    assertThat(antenna.serves(request.band()))
                            .as("%s has the band of %s", antenna.id(), request.id())
                            .isTrue();
                    List<Interval> seen = periods.stream()
                            .filter(period -> period.antenna().equals(antenna.id())
                                    && request.spacecraft().equals(period.spacecraft()))
                            .flatMap(period -> usable(period, request).stream())
                            .toList();
                    common = Intervals.difference(
                            Intervals.intersection(common, seen), antenna.downWithin(problem.horizon()));
                }
            }
            common.stream()
                    .map(Interval::duration)
                    .filter(duration -> duration.compareTo(request.minTrackDuration()) >= 0)
                    .forEach(pieces::add);
        }
        return pieces.stream()
                .sorted(Comparator.reverseOrder())
                .limit(request.maxTracks())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
