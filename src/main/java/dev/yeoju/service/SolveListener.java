package dev.yeoju.service;

import dev.yeoju.model.Schedule;
import java.util.function.Supplier;

/** Hears of a solve while it runs. Called from the solve's threads: it must return at once. */
public interface SolveListener {
    /** How far it is, a few times a second. */
    void progress(Progress progress);

    /** There is a better schedule. The supplier makes it whole when asked, from any thread, at some cost. */
    void improved(Supplier<Schedule> best);
}
