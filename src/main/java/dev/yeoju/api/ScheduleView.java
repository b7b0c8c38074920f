package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.yeoju.service.ScheduleViews;
import dev.yeoju.service.StatusView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A whole schedule: its status, and beside that what was made of its problem and the best schedule so far.
 *
 * @param problem resolved
 * @param requests after expansion
 */
record ScheduleView(
        @JsonUnwrapped StatusView status,

        @Schema(ref = FormatSchemas.COMPONENTS + "ResolvedProblem")
        RawJson problem,

        @Schema(ref = FormatSchemas.COMPONENTS + "ExpandedRequests")
        RawJson requests,

        @Schema(ref = FormatSchemas.COMPONENTS + "ViewPeriodList")
        RawJson viewPeriods,

        @Schema(ref = FormatSchemas.COMPONENTS + "Schedule") @Nullable
        RawJson schedule) {
    static ScheduleView of(ScheduleViews.View view) {
        return new ScheduleView(
                view.status(),
                new RawJson(view.problem()),
                new RawJson(view.requests()),
                new RawJson(view.viewPeriods()),
                view.schedule() == null ? null : new RawJson(view.schedule()));
    }
}
