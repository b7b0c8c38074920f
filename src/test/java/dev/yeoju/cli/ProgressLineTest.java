package dev.yeoju.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.service.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    @Test
    void aLineSaysTimeValueBoundAndGap() {
        assertThat(ProgressLine.text(new Progress(12.34, 0.5, 1000, 10.0, 12.5, 20.0)))
                .isEqualTo("[############............]   12.3 s  value 10.000  bound 12.500  gap 20.00 %");
        assertThat(ProgressLine.text(Progress.NONE))
                .isEqualTo("[........................]    0.0 s  value -  bound -  gap -");
    }

    @Test
    void aTerminalsLineIsDrawnOver() {
        String drawn = drawn(true);

        assertThat(drawn).doesNotContain("\n[").contains("\r[");
        assertThat(drawn.chars().filter(c -> c == '\r')).hasSize(3);
        assertThat(drawn).endsWith(System.lineSeparator());
    }

    @Test
    void elsewhereALineComesEveryFewSeconds() {
        assertThat(drawn(false).lines()).hasSize(2);
    }

    /** Progress at 0 s, 0.1 s (too soon for both), 2 s (too soon for a file) and 6 s. */
    private static String drawn(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ProgressLine line = new ProgressLine(new Console(err, err, terminal));
        for (double elapsedS : new double[] {0, 0.1, 2, 6}) {
            line.progress(new Progress(elapsedS, elapsedS / 10, 1, 10.0, null, null));
        }
        line.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
