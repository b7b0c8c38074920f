package dev.yeoju.cli;

import dev.yeoju.model.Figures;
import dev.yeoju.model.Schedule;
import java.util.List;
import java.util.Locale;

/** A schedule's figures for the terminal. */
final class Summary {
    private Summary() {}

    static List<String> of(Schedule schedule) {
        Figures figures = schedule.figures();
        Schedule.Critical critical = schedule.critical();
        return List.of(
                schedule.problem() + ": " + schedule.status() + ", "
                        + schedule.tracks().size() + " tracks, "
                        + figures.satisfied() + " of " + figures.requests() + " requests satisfied, critical "
                        + critical.satisfied() + " of " + critical.requests(),
                "value " + Numbers.hours(schedule.value()) + ", bound " + Numbers.hours(schedule.bound()) + ", gap "
                        + Numbers.percent(schedule.gapPercent()),
                String.format(
                        Locale.ROOT,
                        "tracked %.2f of %.2f hours, U_RMS %s, U_MAX %s",
                        figures.trackedHours(),
                        figures.requestedHours(),
                        Numbers.fraction(figures.uRms()),
                        Numbers.fraction(figures.uMax())));
    }
}
