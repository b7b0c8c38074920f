package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private record Entry(int startS, int endS, int owner) {}

    @Test
    void answersAsAListThatIsSearchedFromTheFrontWould() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Timeline line = new Timeline();
            List<Entry> entries = new ArrayList<>();
            for (int change = 0; change < 200; change++) {
                if (entries.isEmpty() || random.nextInt(3) > 0) {
                    int startS = random.nextInt(500);
                    Entry entry = new Entry(startS, startS + 1 + random.nextInt(80), change);
                    entries.add(entry);
                    line.insert(entry.startS(), entry.endS(), entry.owner());
                } else {
                    Entry gone = entries.remove(random.nextInt(entries.size()));
                    line.remove(gone.startS(), gone.owner());
                }
                assertThat(line.size()).as("seed %d", seed).isEqualTo(entries.size());
                int second = random.nextInt(600);
                int reaching = line.firstReaching(second);
                assertThat(line.firstReaching(second, random.nextInt(line.size() + 3)))
                        .as("seed %d", seed)
                        .isEqualTo(reaching);
                for (int at = 0; at < line.size(); at++) {
                    if (at < reaching) {
                        assertThat(line.endS(at)).as("seed %d", seed).isLessThanOrEqualTo(second);
                    }
                    if (at > 0) {
                        assertThat(line.startS(at)).as("seed %d", seed).isGreaterThanOrEqualTo(line.startS(at - 1));
                    }
                }
                if (reaching < line.size()) {
                    assertThat(line.endS(reaching)).as("seed %d", seed).isGreaterThan(second);
                }
                for (Entry entry : entries) {
                    int at = line.position(entry.startS(), entry.owner());
                    assertThat(line.endS(at)).as("seed %d", seed).isEqualTo(entry.endS());
                }
            }
        }
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        Timeline line = new Timeline();
        line.insert(10, 20, 1);
        assertThatThrownBy(() -> line.remove(10, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("(2)")
                .hasMessageContaining("(10)");
    }
}
