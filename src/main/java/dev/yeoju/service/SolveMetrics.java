package dev.yeoju.service;

import dev.yeoju.store.SolveStore;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts solves for whoever watches the service. */
@Component
class SolveMetrics {
    private final MeterRegistry registry;

    SolveMetrics(MeterRegistry registry, SolveStore solves, RunningSolves running) {
        this.registry = registry;
        Gauge.builder("yeoju.queue.waiting", solves, SolveMetrics::waiting)
                .description("Solves that wait, over all nodes")
                .register(registry);
        Gauge.builder("yeoju.solves.running", running, RunningSolves::count)
                .description("Solves that this node works on")
                .register(registry);
    }

    private static double waiting(SolveStore solves) {
        try {
            return solves.waiting();
        } catch (RuntimeException e) {
            // The store is away: no number is better than a wrong one.
            return Double.NaN;
        }
    }

    /**
     * A solve ended on this node.
     *
     * @param gapPercent null where there is none
     */
    void ended(JobStatus status, double elapsedS, @Nullable Double gapPercent) {
        Timer.builder("yeoju.solve")
                .description("Search time of solves that ended on this node")
                .tag("status", status.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(Duration.ofMillis(Math.round(elapsedS * 1000)));
        if (gapPercent != null) {
            DistributionSummary.builder("yeoju.solve.gap")
                    .description("Proven gap at the end of solves, percent")
                    .baseUnit("percent")
                    .register(registry)
                    .record(gapPercent);
        }
    }
}
