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
    private final ScheduleViews views;
    private final ProblemLibrary library;
    private final NodeIdentity node;
    private final boolean wanted;

    FirstSchedule(
            SchedulingService service,
            ScheduleViews views,
            ProblemLibrary library,
            NodeIdentity node,
            @Value("${yeoju.first-schedule}") boolean wanted) {
        this.service = service;
        this.views = views;
        this.node = node;
        this.library = library;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void solve() {
        if (!wanted || !node.answers() || !views.isEmpty()) {
            return;
        }
        library.body(Caller.SELF, PROBLEM).ifPresent(body -> {
            Problem problem = ProblemReader.read(body.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
            Problem quick = problem.withSolver(
                    new SolverOptions(TIME_LIMIT, 0, problem.solver().seed()));
            // Of several nodes that start at once, one makes it.
            service.submit(Caller.SELF, ProblemWriter.toJson(quick).getBytes(StandardCharsets.UTF_8), PROBLEM);
            LOG.info("Solving the bundled problem {} for the first look, {} s", PROBLEM, TIME_LIMIT.toSeconds());
        });
    }
}
