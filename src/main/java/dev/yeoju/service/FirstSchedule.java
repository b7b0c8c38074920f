package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.model.Problem;
import dev.yeoju.model.SolverOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Solves a bundled problem when the service starts for the first time, so that the page has something to show. */
@Component
class FirstSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(FirstSchedule.class);
    private static final String PROBLEM = "kdsa-lunar-week";
    private static final Duration TIME_LIMIT = Duration.ofSeconds(6);

    private final SchedulingService service;
    private final ProblemLibrary library;
    private final boolean wanted;

    FirstSchedule(SchedulingService service, ProblemLibrary library, @Value("${yeoju.first-schedule}") boolean wanted) {
        this.service = service;
        this.library = library;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void solve() {
        if (!wanted || !service.isEmpty()) {
            return;
        }
        library.body(PROBLEM).ifPresent(body -> {
            Problem problem = ProblemReader.read(body.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
            Problem quick = problem.withSolver(
                    new SolverOptions(TIME_LIMIT, 0, problem.solver().seed()));
            service.submit(ProblemWriter.toJson(quick).getBytes(StandardCharsets.UTF_8), null);
            LOG.info("Solving the bundled problem {} for the first look, {} s", PROBLEM, TIME_LIMIT.toSeconds());
        });
    }
}
