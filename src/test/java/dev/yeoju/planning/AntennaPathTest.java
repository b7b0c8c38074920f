package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AntennaPathTest {
    private static final int CELL_S = 10;

    private record Taken(AntennaPath.Span span, int fromS, int toS) {
        double worth() {
            int roomS = toS - fromS - span.overheadS();
            return span.bonus() + span.rate() * Math.min(span.mostS(), roomS);
        }
    }

    private static List<Taken> fill(List<AntennaPath.Span> spans) {
        AntennaPath path = new AntennaPath(CELL_S);
        spans.forEach(path::add);
        List<Taken> taken = new ArrayList<>();
        path.fill((span, fromS, toS) -> taken.add(new Taken(span, fromS, toS)));
        return taken;
    }

    private static AntennaPath.Span span(PlanRequest request, int fromS, int toS, int leastS, int mostS, double rate) {
        return new AntennaPath.Span(
                request, request.opportunities().get(0), fromS, toS, 2 * CELL_S, leastS, mostS, rate, 3);
    }

    private static PlanRequest someRequest() {
        for (long seed = 1; ; seed++) {
            for (PlanRequest request : PlanFixtures.constructed(seed, new SplittableRandom(seed))
                    .model()
                    .requests()) {
                if (!request.opportunities().isEmpty()) {
                    return request;
                }
            }
        }
    }

    @Test
    void sharesTheTimeAsWellAsCanBe() {
        PlanRequest request = someRequest();
        SplittableRandom random = new SplittableRandom(7);
        int taken = 0;
        for (int trial = 0; trial < 300; trial++) {
            List<AntennaPath.Span> spans = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int k = 0; k < count; k++) {
                int fromS = CELL_S * random.nextInt(12);
                int leastS = CELL_S * (1 + random.nextInt(4));
                int mostS = leastS + CELL_S * random.nextInt(6);
                int toS = fromS + leastS + 2 * CELL_S + CELL_S * random.nextInt(15);
                spans.add(span(request, fromS, toS, leastS, mostS, 0.1 * random.nextInt(10)));
            }
            List<Taken> use = fill(spans);
            for (int k = 0; k < use.size(); k++) {
                Taken one = use.get(k);
                assertThat(one.fromS()).isGreaterThanOrEqualTo(one.span().fromS());
                assertThat(one.toS()).isLessThanOrEqualTo(one.span().toS());
                assertThat(one.toS() - one.fromS())
                        .isGreaterThanOrEqualTo(one.span().leastS() + one.span().overheadS());
                if (k > 0) {
                    assertThat(one.toS()).isLessThanOrEqualTo(use.get(k - 1).fromS());
                }
            }
            assertThat(use.stream().mapToDouble(Taken::worth).sum())
                    .as("trial %d", trial)
                    .isCloseTo(best(spans, 0), within(1e-9));
            taken += use.size();
        }
        assertThat(taken).isGreaterThan(300);
    }

    /** The greatest worth of the time from a moment on, every begin and length tried. */
    private static double best(List<AntennaPath.Span> spans, int sinceS) {
        double best = 0;
        for (AntennaPath.Span span : spans) {
            for (int fromS = Math.max(sinceS, span.fromS()); fromS < span.toS(); fromS += CELL_S) {
                int longestS = Math.min(span.mostS(), span.toS() - fromS - span.overheadS());
                for (int lengthS = span.leastS(); lengthS <= longestS; lengthS += CELL_S) {
                    double worth = span.bonus() + span.rate() * lengthS;
                    best = Math.max(best, worth + best(spans, fromS + span.overheadS() + lengthS));
                }
            }
        }
        return best;
    }

    @Test
    void isEmptyWithoutSpansAndUsableAgain() {
        assertThat(fill(List.of())).isEmpty();
        AntennaPath path = new AntennaPath(CELL_S);
        PlanRequest request = someRequest();
        for (int round = 0; round < 2; round++) {
            path.clear();
            path.add(span(request, 100, 200, 50, 60, 1));
            List<Taken> taken = new ArrayList<>();
            path.fill((span, fromS, toS) -> taken.add(new Taken(span, fromS, toS)));
            assertThat(taken).hasSize(1);
            assertThat(taken.get(0).worth()).isEqualTo(63);
        }
    }

    @Test
    void takesMoreSpansThanItFirstHasRoomFor() {
        PlanRequest request = someRequest();
        List<AntennaPath.Span> spans = new ArrayList<>();
        for (int k = 199; k >= 0; k--) {
            spans.add(span(request, 100 * k, 100 * k + 100, 50, 80, 1));
        }
        assertThat(fill(spans)).hasSize(200).extracting(Taken::worth).containsOnly(83.0);
    }
}
