package dev.yeoju.service;

import dev.yeoju.benchmark.BenchmarkRun;
import dev.yeoju.model.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows one solve for the benchmark: how value and bound move, and the best schedule at some times. */
final class BenchmarkWatch implements SolveListener {
    private static final double[] MARKS_S = {1, 10, 60};

    private final List<BenchmarkRun.Point> curve = new ArrayList<>();
    private final Map<Double, Supplier<Schedule>> marked = new LinkedHashMap<>();
    private @Nullable Supplier<Schedule> best;
    private Progress last = Progress.NONE;

    @Override
    public synchronized void progress(Progress now) {
        for (double mark : MARKS_S) {
            if (now.elapsedS() >= mark && best != null) {
                marked.putIfAbsent(mark, best);
            }
        }
        Double value = now.value();
        boolean moved = !same(value, last.value()) || !same(now.bound(), last.bound());
        if (value != null && moved) {
            curve.add(new BenchmarkRun.Point(now.elapsedS(), value, now.bound()));
        }
        last = now;
    }

    @Override
    public synchronized void improved(Supplier<Schedule> schedule) {
        best = schedule;
    }

    long steps() {
        return last.steps();
    }

    List<BenchmarkRun.Point> curve() {
        return curve;
    }

    /** The schedules at the times that the run reached, made whole now that it is over. */
    List<BenchmarkRun.Mark> marks(Schedule end, double elapsedS) {
        List<BenchmarkRun.Mark> marks = new ArrayList<>();
        for (double mark : MARKS_S) {
            if (mark <= elapsedS + 0.5) {
                Supplier<Schedule> then = marked.get(mark);
                Schedule schedule = then == null ? end : then.get();
                marks.add(new BenchmarkRun.Mark(
                        mark,
                        schedule.value(),
                        schedule.figures().uRms(),
                        schedule.figures().uMax()));
            }
        }
        return marks;
    }

    private static boolean same(@Nullable Double a, @Nullable Double b) {
        return a == null ? b == null : a.equals(b);
    }
}
