package dev.yeoju.cli;

import dev.yeoju.exchange.CcsdsScheduleWriter;
import dev.yeoju.exchange.SatNet;
import dev.yeoju.exchange.ScheduleCalendar;
import dev.yeoju.exchange.ScheduleCsv;
import dev.yeoju.exchange.ScheduleIssue;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;

/** What a schedule can be written as. */
enum ExportFormat {
    SATNET((instance, schedule) -> SatNet.write(instance.problem(), schedule)),
    CCSDS((instance, schedule) -> CcsdsScheduleWriter.write(draft(instance, schedule))),
    ICS((instance, schedule) -> ScheduleCalendar.write(draft(instance, schedule), null)),
    CSV((instance, schedule) -> ScheduleCsv.write(draft(instance, schedule)));

    private final BiFunction<ProblemInstance, Schedule, String> writer;

    ExportFormat(BiFunction<ProblemInstance, Schedule, String> writer) {
        this.writer = writer;
    }

    /** @throws dev.yeoju.model.InvalidInputException when the schedule is not of this problem, with every fault */
    String write(ProblemInstance instance, Schedule schedule) {
        return writer.apply(instance, schedule);
    }

    private static ScheduleIssue draft(ProblemInstance instance, Schedule schedule) {
        return ScheduleIssue.draft(instance, schedule, Instant.now());
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
