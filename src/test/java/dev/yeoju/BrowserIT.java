package dev.yeoju;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, against the packaged service. Without Chromium the script skips itself and says so. */
class BrowserIT {
    private static final long LIMIT_MINUTES = 20;
    private static final Pattern FAILED = Pattern.compile("\\bFAIL\\b|Error: ");
    private static final String PASSWORD = "a-long-one-for-the-test";

    @TempDir
    Path folder;

    @Test
    void thePageWorksInABrowser() throws Exception {
        assumeThat(Boolean.getBoolean("skip.frontend")).as("-Dskip.frontend").isFalse();
        try (ServedJar service = ServedJar.start(folder);
                ServedJar users = ServedJar.start(
                        Files.createDirectory(folder.resolve("users")),
                        "--yeoju.access=users",
                        "--yeoju.admin.name=kim",
                        "--yeoju.admin.password=" + PASSWORD)) {
            ProcessBuilder command = new ProcessBuilder("node", "frontend/build.mjs", "e2e").redirectErrorStream(true);
            command.environment().put("YEOJU_URL", service.url());
            command.environment().put("YEOJU_USERS_URL", users.url());
            command.environment().put("YEOJU_USERS_PASSWORD", PASSWORD);
            Process tests = command.start();
            // Passed on line by line: an inherited output would break into the test runner's own protocol.
            List<String> failed = new ArrayList<>();
            Thread output = new Thread(
                    () -> tests.inputReader().lines().forEach(line -> {
                        System.out.println(line);
                        if (FAILED.matcher(line).find()) {
                            failed.add(line.strip());
                        }
                    }),
                    "browser tests");
            output.start();
            try {
                assertThat(tests.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                        .as("the browser tests end")
                        .isTrue();
                output.join();
                assertThat(tests.exitValue())
                        .as("exit code of the browser tests; failed: %s", failed)
                        .isZero();
            } finally {
                tests.destroyForcibly();
            }
        }
    }
}
