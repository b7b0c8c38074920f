package dev.yeoju;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, end to end. */
class JarIT {
    private static final String PROBLEM = "src/test/resources/service/two-lunar-days.json";

    @TempDir
    Path folder;

    @Test
    void aProblemIsSolvedAndCheckedAndRepeatsToTheByte() throws Exception {
        JarProcess.Answer visibility = JarProcess.run(folder, "visibility", PROBLEM);
        assertThat(visibility.code()).as(visibility.err()).isZero();
        assertThat(visibility.out()).contains("\"viewPeriods\"", "\"aos\"");

        String first = folder.resolve("first.json").toString();
        String second = folder.resolve("second.json").toString();
        JarProcess.Answer solved = JarProcess.run(folder, "solve", PROBLEM, "--step-limit", "500", "--out", first);
        assertThat(solved.code()).as(solved.err()).isZero();
        assertThat(solved.err()).contains("the checker agrees");
        assertThat(JarProcess.run(folder, "solve", PROBLEM, "--step-limit", "500", "--out", second)
                        .code())
                .isZero();
        assertThat(Path.of(first)).hasSameBinaryContentAs(Path.of(second));

        JarProcess.Answer checked = JarProcess.run(folder, "check", PROBLEM, first, "--bound");
        assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    }

    @Test
    void anInterruptedSolveWritesItsBest() throws Exception {
        Path out = folder.resolve("s.json");
        try (JarProcess process =
                JarProcess.start(folder, List.of("solve", PROBLEM, "--time-limit", "PT10M", "--out", out.toString()))) {
            for (int i = 0; i < 1200 && process.isAlive() && !process.err().contains("value "); i++) {
                Thread.sleep(100);
            }
            JarProcess.Answer answer = process.terminate();
            assertThat(answer.err()).contains("the checker agrees");
        }
        assertThat(JarProcess.run(folder, "check", PROBLEM, out.toString()).code())
                .isZero();
    }

    @Test
    void twoServicesDoNotShareAStoreOrAPort() throws Exception {
        try (ServedJar service = ServedJar.start(folder)) {
            JarProcess.Answer sameStore =
                    JarProcess.run(folder, "serve", "--port", "0", "--yeoju.store.path=" + folder.resolve("store"));
            assertThat(sameStore.code()).isEqualTo(2);
            assertThat(sameStore.err().lines()).singleElement().asString().contains("in use by another process");

            String port = String.valueOf(URI.create(service.url()).getPort());
            JarProcess.Answer samePort =
                    JarProcess.run(folder, "serve", "--port", port, "--yeoju.store.path=" + folder.resolve("other"));
            assertThat(samePort.code()).isEqualTo(2);
            assertThat(samePort.err().lines()).singleElement().asString().contains("Port " + port + " is in use");
        }
    }

    @Test
    void theServiceEndsInOrderWhenAsked() throws Exception {
        String body = Files.readString(Path.of(PROBLEM)).replace("PT3S", "PT10M");
        String id;
        try (ServedJar service = ServedJar.start(folder)) {
            HttpResponse<String> posted = post(service.url() + "/api/v1/schedules", body);
            assertThat(posted.statusCode()).isEqualTo(202);
            id = posted.headers().firstValue("Location").orElseThrow();
            assertThat(service.process().terminate().err()).isEmpty();
        }
        try (ServedJar service = ServedJar.start(folder)) {
            assertThat(get(service.url() + id + "/status")).contains("\"id\"");
        }
    }

    @Test
    void aServiceThatIsStoppedWhileItStartsSaysNothing() throws Exception {
        for (int delayMs : List.of(800, 1600, 2400, 3200)) {
            Path store = folder.resolve("store" + delayMs);
            try (JarProcess process =
                    JarProcess.start(folder, List.of("serve", "--port", "0", "--yeoju.store.path=" + store))) {
                Thread.sleep(delayMs);
                JarProcess.Answer answer = process.terminate();
                assertThat(answer.err()).as("stopped after %d ms", delayMs).isEmpty();
                assertThat(answer.out())
                        .as("stopped after %d ms", delayMs)
                        .doesNotContain("ERROR")
                        .doesNotContain("WARN");
            }
        }
    }

    @Test
    void aFirstStartSolvesABundledProblem() throws Exception {
        try (ServedJar service = ServedJar.start(folder)) {
            String page = "";
            for (int i = 0; i < 600 && !page.contains("SOLVED"); i++) {
                page = get(service.url() + "/api/v1/schedules");
                Thread.sleep(200);
            }
            assertThat(page).contains("\"SOLVED\"", "kdsa-lunar-week");
        }
    }

    private static HttpResponse<String> post(String url, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
