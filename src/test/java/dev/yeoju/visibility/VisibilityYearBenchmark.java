package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Spacecraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine beside Orekit's stock ElevationDetector over 2027 for catalogue spacecraft at one antenna: elevation alone,
 * light time off, one thread each; and the engine with all default rules on two. Trajectories are made beforehand, fits of
 * them and of the Moon, Sun and planets are counted. The Earth's orientation is kept between calls by both (Orekit's own
 * cache, and the engine's blocks).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class VisibilityYearBenchmark {
    private static final int DAYS = 365;
    private static final double MASK_DEG = 10;

    /** Who: the dozen, those of it about the Moon and Mars that wiggle most, or those low about the Earth. */
    @Param({"TWELVE", "ORBITERS", "LOW_EARTH"})
    public String spacecraft = "TWELVE";

    private final OrekitContext context = OrekitContext.builtIn();
    private final List<Trajectory> trajectories = new ArrayList<>();
    private Problem problem = CatalogueRun.problem(1, 1, 1);
    private TrajectorySource source = CatalogueRun.trajectories(context);
    private Antenna antenna = problem.antennas().get(0);

    /** Makes the trajectories. */
    @Setup
    public void read() {
        List<String> ids = switch (spacecraft) {
            case "TWELVE" -> CatalogueRun.TWELVE;
            case "ORBITERS" -> CatalogueRun.ORBITERS;
            default -> CatalogueRun.LOW_EARTH;
        };
        problem = CatalogueRun.problem(1, ids, DAYS, "{}");
        antenna = problem.antennas().get(0);
        source = CatalogueRun.trajectories(context);
        trajectories.clear();
        problem.spacecraft().forEach(each -> trajectories.add(source.trajectory(each, problem.horizon())));
    }

    /** AOS and LOS. */
    @Benchmark
    public List<List<Interval>> enginePasses() {
        VisibilityCalculator calculator =
                new VisibilityCalculator(context, problem.horizon(), CatalogueRun.ELEVATION_ALONE);
        List<List<Interval>> passes = new ArrayList<>();
        for (Trajectory trajectory : trajectories) {
            // A lander's own horizon is none of the detector's rules.
            Spacecraft plain = Kdsa.spacecraft(trajectory.id(), null);
            passes.add(calculator.evaluate(plain, trajectory, 1).passes(antenna));
        }
        return passes;
    }

    @Benchmark
    public List<List<Interval>> stockDetector() {
        List<List<Interval>> passes = new ArrayList<>();
        for (Trajectory trajectory : trajectories) {
            StockDetector stock = new StockDetector(context, 300, 1e-3);
            passes.add(stock.passes(
                    stock.propagator(trajectory),
                    Objects.requireNonNull(antenna.site()),
                    MASK_DEG,
                    context.date(problem.horizon().start()),
                    context.date(problem.horizon().end())));
        }
        return passes;
    }

    /** All default rules, everything said about each period, two threads. */
    @Benchmark
    public Visibility engineViewPeriodsOnTwoThreads() {
        return new VisibilityService(context, 2).compute(problem, source, new VisibilityListener() {});
    }
}
