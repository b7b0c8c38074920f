package dev.yeoju.service;

import dev.yeoju.model.Fault;
import dev.yeoju.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checker finds in a schedule.
 *
 * @param violations rules that its tracks break
 * @param claims what it says of itself that its tracks do not bear out; pointers into the schedule
 * @param value that its tracks are worth, priority-weighted hours
 * @param provenBound what its certificate proves, or null where that was not asked or there is none
 */
public record CheckReport(
        List<Violation> violations,
        List<Fault> claims,
        double value,
        @Nullable Double provenBound) {
    public CheckReport {
        violations = List.copyOf(violations);
        claims = List.copyOf(claims);
    }

    public boolean isValid() {
        return violations.isEmpty() && claims.isEmpty();
    }
}
