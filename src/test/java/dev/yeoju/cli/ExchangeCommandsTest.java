package dev.yeoju.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void wrongFormatsAreAnsweredWithThoseThatThereAre() {
        Captured missing = Captured.run("import");
        Captured unknown = Captured.run("export", "s.json", "--problem", "p.json", "--format", "pdf");

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("The format is missing", "satnet");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("pdf", "SATNET");
    }
}
