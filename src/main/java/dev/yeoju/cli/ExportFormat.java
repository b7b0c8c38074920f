package dev.yeoju.cli;

import dev.yeoju.exchange.SatNet;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Schedule;
import java.util.Locale;
import java.util.function.BiFunction;

/** What a schedule can be written as. */
enum ExportFormat {
    SATNET(SatNet::write);

    private final BiFunction<Problem, Schedule, String> writer;

    ExportFormat(BiFunction<Problem, Schedule, String> writer) {
        this.writer = writer;
    }

    /** @throws dev.yeoju.model.InvalidInputException when the schedule is not of this problem, with every fault */
    String write(Problem problem, Schedule schedule) {
        return writer.apply(problem, schedule);
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
