package dev.yeoju.service;

import dev.yeoju.model.Fault;
import dev.yeoju.model.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a schedule's bound against what its certificate proves. */
final class BoundClaim {
    /** Bounds are written to six decimals, of the greater of 1 and the bound. */
    private static final double ROUNDING = 2e-6;

    private BoundClaim() {}

    /** @param proven by the certificate, or null where there is none */
    static List<Fault> faults(Schedule schedule, @Nullable Double proven) {
        Double claimed = schedule.bound();
        if (claimed == null) {
            return List.of(
                    new Fault(
                            "/bound",
                            null,
                            "bound is missing: there is nothing to prove. Maybe leave out --bound, or solve the problem again."));
        }
        if (proven == null) {
            return List.of(new Fault(
                    "/certificate",
                    null,
                    "certificate is missing, so the bound (" + claimed
                            + ") is not proven. Maybe solve the problem again."));
        }
        if (claimed < proven - ROUNDING * Math.max(1, Math.abs(proven))) {
            return List.of(new Fault(
                    "/bound",
                    claimed.toString(),
                    "bound (" + claimed + ") is lower than what its certificate proves (" + proven
                            + "). Maybe the schedule was edited, or made for another problem."));
        }
        return List.of();
    }
}
