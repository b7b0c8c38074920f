package dev.yeoju.replan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Relaxation;
import dev.yeoju.model.RequestExplanation;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.planning.PlanningListener;
import dev.yeoju.planning.StopToken;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relaxation that is suggested for a bundled problem leads to a valid schedule with the request in it, at no more than its cost. */
class VerifiedRelaxationsTest {
    private static final boolean FULL = "full".equals(System.getProperty("yeoju.campaign"));
    private static final int SAMPLE = 12;

    static Stream<Path> problems() throws IOException {
        if (!FULL) {
            return Stream.of(Path.of("problems/first-pass.json"), Path.of("problems/kdsa-lunar-week.json"));
        }
        try (Stream<Path> found = Files.walk(Path.of("problems"))) {
            return found
                    .filter(path -> path.toString().endsWith(".json"))
                    .filter(VerifiedRelaxationsTest::isProblem)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static boolean isProblem(Path path) {
        try {
            return Files.readString(path).contains("\"horizon\"");
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everySuggestedRelaxationServesTheRequestAtNoMoreThanTheStatedCost(Path file) throws IOException {
        Problem problem = ProblemReader.read(file, Catalogue.bundled());
        ProblemInstance instance = Pipeline.over(null)
                .prepare(problem, ProblemFiles.beside(file), new StopSignal())
                .instance();
        List<Track> tracks = new PassPlanner()
                .solve(
                        instance,
                        new SolverOptions(Duration.ofHours(1), 4_000, 0),
                        PlanningListener.NONE,
                        new StopToken())
                .tracks();
        RequestExplainer explainer = new RequestExplainer(instance, tracks, null);
        List<String> ids = explainer.worthExplaining();
        for (String id : FULL ? ids : ids.subList(0, Math.min(SAMPLE, ids.size()))) {
            RequestExplanation explanation = explainer.explain(id).orElseThrow();
            for (Relaxation relaxation : explanation.relaxations()) {
                requireTrue(instance, tracks, relaxation);
            }
        }
    }

    private static void requireTrue(ProblemInstance instance, List<Track> tracks, Relaxation relaxation) {
        String id = relaxation.relaxed().id();
        ProblemInstance relaxed = Variants.with(instance, relaxation.relaxed());
        Evaluation before = ScheduleChecker.evaluate(relaxed, tracks);
        Evaluation after = ScheduleChecker.evaluate(relaxed, relaxation.place().schedule());

        assertThat(after.violations()).as(id + ": " + relaxation.text()).isEmpty();
        assertThat(after.tracked().getOrDefault(id, Duration.ZERO))
                .as(id + ": " + relaxation.text())
                .isGreaterThanOrEqualTo(relaxation.relaxed().minDuration());
        assertThat(before.value() - after.value())
                .as(id + ": " + relaxation.text())
                .isLessThanOrEqualTo(relaxation.place().cost() + 1e-9);
    }
}
