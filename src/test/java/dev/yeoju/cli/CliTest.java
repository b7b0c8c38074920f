package dev.yeoju.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line, in this process: answers, messages and exit codes. */
class CliTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void helpNamesTheCommandsThatThereAreAndNoOthers() {
        Captured help = Captured.run("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("serve", "solve", "visibility", "check", "--orekit-data", "Exit codes");
        for (String command : new String[] {
            "serve", "solve", "visibility", "check", "replan", "explain", "import", "export", "benchmark"
        }) {
            Captured one = Captured.run(command, "--help");
            assertThat(one.code()).as(command).isZero();
            assertThat(one.out()).as(command).contains("Usage: yeoju " + command, "--orekit-data");
        }
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheNearest() {
        Captured answer = Captured.run("chekc");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("chekc", "check").doesNotContain("\tat ");
    }

    @Test
    void aSolvedScheduleIsValidAndItsBoundIsProvenAgain() throws IOException {
        Path out = folder.resolve("s.json");

        Captured solved = Captured.run("solve", Captured.PROBLEM, "--step-limit", "400", "--out", out.toString());

        assertThat(solved.code()).as(solved.err()).isZero();
        assertThat(solved.out()).isEmpty();
        assertThat(solved.err()).contains("value ", "bound ", "gap ", "tracked ", "U_RMS", "the checker agrees");
        Captured checked = Captured.run("check", Captured.PROBLEM, out.toString(), "--bound");
        assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
        assertThat(checked.out()).startsWith("bound proven again: ").contains("\nvalid: ");
        assertThat(folder).isDirectoryContaining(path -> path.equals(out));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aRunByStepsRepeatsToTheByte() {
        Captured first = Captured.run("solve", Captured.PROBLEM, "--step-limit", "300", "--seed", "7");
        Captured second = Captured.run("solve", Captured.PROBLEM, "--step-limit", "300", "--seed", "7");

        assertThat(first.code()).isZero();
        assertThat(first.out()).isEqualTo(second.out()).startsWith("{");
    }

    @Test
    void theObjectiveOfTheCommandLineWins() {
        Captured throughput =
                Captured.run("solve", Captured.PROBLEM, "--step-limit", "100", "--objective", "throughput");
        Captured balanced = Captured.run("solve", Captured.PROBLEM, "--step-limit", "100", "--objective", "balanced");

        assertThat(JSON.readTree(throughput.out()).get("value").asDouble())
                .isLessThan(JSON.readTree(balanced.out()).get("value").asDouble());
    }

    @Test
    void everyWrongClaimAndViolationIsListed() throws IOException {
        Captured solved = Captured.run("solve", Captured.PROBLEM, "--step-limit", "100");
        JsonNode schedule = JSON.readTree(solved.out());
        String bot = schedule.get("tracks").get(0).get("bot").asString();
        String boa = schedule.get("tracks").get(0).get("boa").asString();
        String value = schedule.get("value").asString();
        Path edited = Files.writeString(
                folder.resolve("edited.json"),
                solved.out().replace(bot, boa).replace("\"value\": " + value, "\"value\": 999.5"));

        Captured checked = Captured.run("check", Captured.PROBLEM, edited.toString());

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("violation ", "claim /value", "(999.5)", "not valid: ");
    }

    @Test
    void aBenchmarkReportsEachSeedItsMeanAndTheWorst() throws IOException {
        Path out = folder.resolve("report");

        Captured answer = Captured.run(
                "benchmark", Captured.PROBLEM, "--seeds", "0..1", "--time-limit", "PT0.5S", "--out", out.toString());

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("## two lunar days", "| PT0.5S | 0 |", "| PT0.5S | 1 |", "| mean |", "| worst |");
        assertThat(Files.readString(out.resolve("report.html"))).contains("<svg", "two lunar days");
        JsonNode runs =
                JSON.readTree(Files.readString(out.resolve("report.json"))).get("runs");
        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).get("steps").asLong()).isPositive();
        assertThat(runs.get(0).get("peakMiB").asDouble()).isPositive();
        assertThat(runs.get(0).get("firstS").asDouble()).isPositive();
        String report = out.resolve("report.json").toString();
        Captured compared = Captured.run("benchmark", "--compare", report, report);
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(compared.out()).contains("## two lunar days, PT0.5S (2 and 2 runs)", "| +0.000 |");
    }

    @Test
    void aBenchmarkCombinesWhatIsAsked() throws IOException {
        Path out = folder.resolve("report");

        Captured answer = Captured.run(
                "benchmark",
                Captured.PROBLEM,
                "--seeds",
                "3",
                "--step-limit",
                "50",
                "--searches",
                "1,2",
                "--objective",
                "fair,throughput",
                "--out",
                out.toString());

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("fair, 1 search, seed 3", "fair, 2 searches, seed 3", "throughput, 2 searches, seed 3");
        assertThat(JSON.readTree(Files.readString(out.resolve("report.json"))).get("runs"))
                .hasSize(4);
    }

    @Test
    void wrongBenchmarksAreRefused() throws IOException {
        String out = folder.resolve("report").toString();
        Path nothing = Files.writeString(folder.resolve("nothing.json"), "{}");

        assertUnusable(Captured.run("benchmark", Captured.PROBLEM, "--seeds", "4..0", "--out", out), "(4..0)");
        assertUnusable(Captured.run("benchmark", "--out", out), "no problem to solve");
        assertUnusable(Captured.run("benchmark", Captured.PROBLEM), "--out is missing");
        assertUnusable(Captured.run("benchmark", Captured.PROBLEM, "--searches", "0", "--out", out), "(0)");
        assertUnusable(Captured.run("benchmark", Captured.PROBLEM, "--peer", "other", "--out", out), "(other)");
        assertUnusable(
                Captured.run("benchmark", "--compare", nothing.toString(), nothing.toString()),
                nothing + ": This is no report");
    }

    @Test
    void visibilityListsViewPeriods() {
        Captured answer = Captured.run("visibility", Captured.PROBLEM);

        assertThat(answer.code()).isZero();
        JsonNode periods = JSON.readTree(answer.out()).get("viewPeriods");
        assertThat(periods.size()).isEqualTo(9);
        assertThat(periods.get(0).get("antenna").asString()).isEqualTo("KDSA");
    }

    @Test
    void filesThatCannotBeReadAreOneLineEach() throws IOException {
        assertUnusable(Captured.run("solve", "nowhere.json"), "no file (nowhere.json)");
        assertUnusable(Captured.run("solve", folder.toString()), "is a folder");
        Path secret = Files.writeString(folder.resolve("secret.json"), "{}");
        if (secret.toFile().setReadable(false)) {
            assumeThat(Files.isReadable(secret)).as("run as root").isFalse();
            assertUnusable(Captured.run("solve", secret.toString()), "may not be read");
        }
    }

    @Test
    void outputThatCannotBeWrittenIsSaidBeforeTheWork() {
        assertUnusable(
                Captured.run(
                        "solve",
                        Captured.PROBLEM,
                        "--out",
                        folder.resolve("no/s.json").toString()),
                "no folder");
        assertUnusable(Captured.run("visibility", Captured.PROBLEM, "--out", folder.toString()), "is a folder");
    }

    @Test
    void wrongOptionsAreNamedWithTheFix() {
        assertUnusable(Captured.run("solve", Captured.PROBLEM, "--time-limit", "30"), "(30)", "PT30S");
        assertUnusable(Captured.run("solve", Captured.PROBLEM, "--time-limit", "PT0S"), "(PT0S)", "not positive");
        assertUnusable(Captured.run("solve", Captured.PROBLEM, "--step-limit", "-1"), "(-1)");
        assertUnusable(Captured.run("solve", Captured.PROBLEM, "--step-limit", "many"), "many");
        assertUnusable(Captured.run("solve", Captured.PROBLEM, "--objective", "best"), "(best)", "balanced");
        assertUnusable(Captured.run("solve", Captured.PROBLEM, "--sed", "1"), "--sed");
        assertUnusable(Captured.run("solve"), "P.json");
        assertUnusable(Captured.run("check", Captured.PROBLEM), "S.json");
        assertUnusable(Captured.run("serve", "--port", "70000"), "(70000)");
        assertUnusable(Captured.run("serve", "now"), "(now)");
        assertUnusable(
                Captured.run("solve", Captured.PROBLEM, "--orekit-data", "nowhere"), "(nowhere)", "not a folder");
        assertUnusable(Captured.run("solve", Captured.PROBLEM, "--orekit-data", folder.toString()), folder.toString());
    }

    @Test
    void aTrajectorysFileIsLookedForBesideTheProblem() throws IOException {
        String problem = Files.readString(Path.of(Captured.PROBLEM))
                .replace(
                        "{\"type\": \"surface\", \"body\": \"MOON\", \"latitudeDeg\": 7.5, \"longitudeDeg\": -59.0, \"altitudeM\": 0}",
                        "{\"type\": \"oem\", \"file\": \"site.oem\"}");
        Path file = Files.writeString(folder.resolve("p.json"), problem);

        assertUnusable(
                Captured.run("visibility", file.toString()),
                "p.json: /spacecraft/1/trajectory",
                folder.resolve("site.oem").toString());
        Files.writeString(folder.resolve("site.oem"), "no ephemeris");
        assertUnusable(Captured.run("visibility", file.toString()), "p.json: /spacecraft/1/trajectory", "site.oem");
    }

    private static void assertUnusable(Captured answer, String... parts) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        assertThat(answer.err()).contains(parts).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(answer.err().lines()).allMatch(line -> line.startsWith("yeoju: "));
        assertThat(answer.out()).isEmpty();
    }
}
