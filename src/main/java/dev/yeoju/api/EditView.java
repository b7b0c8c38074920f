package dev.yeoju.api;

import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import dev.yeoju.service.EditOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an edit makes of a schedule; see {@link EditOutcome}. */
record EditView(
        @Nullable Integer revision,
        @Nullable String version,
        Schedule.Status status,
        double value,
        double valueDelta,
        @Nullable Double bound,
        @Nullable Double gapPercent,
        int criticalDelta,
        @Nullable Track pass,
        List<Violation> violations,
        List<Violation> newViolations,
        List<String> goneViolations,
        @Schema(ref = FormatSchemas.COMPONENTS + "Schedule") RawJson schedule) {
    static EditView of(EditOutcome outcome) {
        return new EditView(
                outcome.revision(),
                outcome.version(),
                outcome.status(),
                outcome.value(),
                outcome.valueDelta(),
                outcome.bound(),
                outcome.gapPercent(),
                outcome.criticalDelta(),
                outcome.pass(),
                outcome.violations(),
                outcome.newViolations(),
                outcome.goneViolations(),
                new RawJson(outcome.schedule()));
    }
}
