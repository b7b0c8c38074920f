package dev.yeoju.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.cli.Captured;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What problems/README.md says of the sortie happens in its schedule. */
class SortieTest {
    private static final String PROBLEM = "problems/artemis-sortie.json";

    @TempDir
    static Path folder;

    private static Schedule schedule;

    @BeforeAll
    static void solve() throws IOException {
        String out = folder.resolve("s.json").toString();
        Captured solved = Captured.run("solve", PROBLEM, "--step-limit", "50000", "--out", out);
        assertThat(solved.code()).as(solved.err()).isZero();
        assertThat(Captured.run("check", PROBLEM, out, "--bound").code()).isZero();
        schedule = ScheduleJson.read(Files.readAllBytes(Path.of(out)));
    }

    @Test
    void neighboursShareTheLandersBeam() {
        long inOneBeam = schedule.tracks().stream()
                .filter(track -> schedule.tracks().stream()
                        .anyMatch(other -> other != track
                                && !Collections.disjoint(track.antennas(), other.antennas())
                                && overlap(track, other).compareTo(Duration.ofHours(1)) > 0))
                .count();

        assertThat(inOneBeam)
                .as("tracks that share an antenna for an hour and more")
                .isGreaterThan(15);
    }

    @Test
    void theLanderIsHandedOverWithBothAntennasOnIt() {
        int handovers = 0;
        for (int day = 1; day <= 6; day++) {
            Optional<Track> east = track("HLS-EAST/" + day);
            Optional<Track> west = track("HLS-WEST/" + day);
            if (east.isPresent() && west.isPresent()) {
                assertThat(overlap(east.get(), west.get()))
                        .as("day %d", day)
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
                assertThat(east.get().antennas()).isNotEqualTo(west.get().antennas());
                handovers++;
            }
        }
        assertThat(handovers).isGreaterThanOrEqualTo(4);
    }

    @Test
    void theFarSideLanderIsRefusedWithTheReason() {
        assertThat(schedule.unscheduled())
                .filteredOn(one -> one.request().equals("FAR-SIDE-DIRECT"))
                .singleElement()
                .satisfies(one -> assertThat(one.reasons())
                        .isNotEmpty()
                        .allMatch(reason -> reason.code() == ReasonCode.NEVER_VISIBLE));
    }

    @Test
    void canberraTransmitsToOneAtATime() {
        List<Track> uplinks = schedule.tracks().stream()
                .filter(track -> track.request().startsWith("HLS-COMMAND")
                        || track.request().startsWith("ORION-RANGING"))
                .filter(track ->
                        track.antennas().contains("DSS-34") || track.antennas().contains("DSS-36"))
                .sorted(Comparator.comparing(Track::bot))
                .toList();
        assertThat(uplinks).as("uplinks from Canberra").hasSizeGreaterThan(1);
        for (int i = 1; i < uplinks.size(); i++) {
            assertThat(uplinks.get(i).bot()).isAfterOrEqualTo(uplinks.get(i - 1).eot());
        }
    }

    private static Optional<Track> track(String request) {
        return schedule.tracks().stream()
                .filter(track -> track.request().equals(request))
                .findFirst();
    }

    private static Duration overlap(Track one, Track other) {
        Instant from = one.bot().isAfter(other.bot()) ? one.bot() : other.bot();
        Instant to = one.eot().isBefore(other.eot()) ? one.eot() : other.eot();
        return Duration.between(from, to);
    }
}
