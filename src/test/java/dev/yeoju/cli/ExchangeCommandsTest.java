package dev.yeoju.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.exchange.ScheduleJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import and export on the command line, in this process. */
class ExchangeCommandsTest {
    private static final String REQUESTS = "src/test/resources/satnet/problem.json";
    private static final String MAINTENANCE = "src/test/resources/satnet/maintenance.csv";

    @TempDir
    Path folder;

    @Test
    void aSatNetWeekIsImportedSolvedAndExported() throws IOException {
        String problem = folder.resolve("p.json").toString();
        String schedule = folder.resolve("s.json").toString();

        Captured imported = Captured.run("import", "satnet", REQUESTS, MAINTENANCE, "--out", problem);
        Captured solved = Captured.run("solve", problem, "--step-limit", "500", "--out", schedule);
        Captured exported = Captured.run("export", schedule, "--problem", problem, "--format", "satnet");

        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err()).contains("warning: request excess", "8 requests in " + problem);
        assertThat(solved.code()).as(solved.err()).isZero();
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(exported.out()).startsWith("[").contains("\"TRACK_ID\"", "\"SC\": 521");
    }

    @Test
    void faultsOfBothFilesAreSaidAtOnceEachWithItsFile() throws IOException {
        Path requests = Files.writeString(folder.resolve("r.json"), "[{}]");
        Path maintenance = Files.writeString(folder.resolve("m.csv"), "week\n");

        Captured answer = Captured.run("import", "satnet", requests.toString(), maintenance.toString());

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines())
                .anyMatch(line -> line.startsWith("yeoju: " + requests + ": /0/track_id: track_id is missing"))
                .anyMatch(line -> line.startsWith("yeoju: " + maintenance + ": line 1: The column antenna is missing"))
                .allMatch(line -> line.startsWith("yeoju: "));
    }

    @Test
    void aScheduleGoesOutInEveryFormatAndComesBackFromCcsds() throws IOException {
        String problem = "problems/first-pass.json";
        String schedule = folder.resolve("s.json").toString();
        String xml = folder.resolve("s.xml").toString();
        String back = folder.resolve("back.json").toString();
        assertThat(Captured.run("solve", problem, "--step-limit", "500", "--out", schedule)
                        .code())
                .isZero();

        Captured ccsds = Captured.run("export", schedule, "--problem", problem, "--format", "ccsds", "--out", xml);
        Captured imported = Captured.run("import", "ccsds", xml, "--problem", problem, "--out", back);
        Captured calendar = Captured.run("export", schedule, "--problem", problem, "--format", "ics");
        Captured table = Captured.run("export", schedule, "--problem", problem, "--format", "csv");

        assertThat(ccsds.code()).as(ccsds.err()).isZero();
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(ScheduleJson.read(Files.readAllBytes(Path.of(back))).tracks())
                .isEqualTo(
                        ScheduleJson.read(Files.readAllBytes(Path.of(schedule))).tracks());
        assertThat(Captured.run("check", problem, back).code()).isZero();
        assertThat(calendar.out()).startsWith("BEGIN:VCALENDAR").contains("SUMMARY:KPLO telemetry");
        assertThat(table.out()).startsWith("id,request,mission");
    }

    @Test
    void aScheduleOfAnotherProblemIsRefusedWithEveryTrack() {
        String schedule = folder.resolve("s.json").toString();
        Captured.run("solve", "problems/first-pass.json", "--step-limit", "500", "--out", schedule);

        Captured answer =
                Captured.run("export", schedule, "--problem", "problems/near-earth-days.json", "--format", "csv");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("/tracks/0/request").doesNotContain("Exception");
    }

    @Test
    void anExportedTrajectoryGivesTheSameViewPeriods() throws IOException {
        String problem = "problems/first-pass.json";
        String oem = folder.resolve("kplo.oem").toString();

        Captured exported = Captured.run("export-oem", problem, "--spacecraft", "KPLO", "--out", oem);
        String copy = Files.readString(Path.of(problem))
                .replaceFirst(
                        "(?s)\\{\\s*\"type\": \"keplerian\".*?\\}\\s*\\}",
                        "{\"type\": \"oem\", \"file\": \"kplo.oem\"}");
        Path other = Files.writeString(folder.resolve("p.json"), copy);

        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(copy).contains("kplo.oem");
        assertThat(aos(Captured.run("visibility", other.toString()).out()))
                .isEqualTo(aos(Captured.run("visibility", problem).out()));
    }

    @Test
    void aSpacecraftThatTheProblemDoesNotHaveIsNamed() {
        Captured answer = Captured.run("export-oem", "problems/first-pass.json", "--spacecraft", "JUNO");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("no spacecraft (JUNO). Maybe one of KPLO, IM-3.");
    }

    /** AOS times to the tenth of a second. */
    private static List<String> aos(String visibility) {
        return Pattern.compile("\"aos\": \"([^\"]{21})")
                .matcher(visibility)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void wrongFormatsAreAnsweredWithThoseThatThereAre() {
        Captured missing = Captured.run("import");
        Captured unknown = Captured.run("export", "s.json", "--problem", "p.json", "--format", "pdf");

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("The format is missing", "satnet");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("pdf", "SATNET");
    }
}
