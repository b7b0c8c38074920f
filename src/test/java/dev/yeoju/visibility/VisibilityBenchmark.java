package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.ViewPeriod;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.orekit.data.DataSource;
import org.orekit.files.ccsds.ndm.ParserBuilder;
import org.orekit.files.ccsds.ndm.odm.oem.OemSegment;
import org.orekit.propagation.BoundedPropagator;

/**
 * The engine beside Orekit's stock ElevationDetector over the Artemis II ephemeris (nine days, one antenna, 10 degrees,
 * light time off): parsing not counted, building the interpolating polynomials counted. The stock detector has a maxCheck
 * of 300 s and a threshold of 1 ms, and runs over the ephemeris in Orekit's own form.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class VisibilityBenchmark {
    private static final Geometry GEOMETRIC =
            new Geometry(false, Refraction.NONE, false, LimitAction.SPLIT, LimitAction.FLAG);

    private OrekitContext context = OrekitContext.builtIn();
    private Trajectory trajectory = Truth.artemis(context);
    private BoundedPropagator stockEphemeris = stockEphemeris(context);
    private final Antenna antenna = Kdsa.antenna(ElevationMask.flat(10));
    private final Spacecraft orion = Kdsa.spacecraft("ORION", null);

    /** Reads the ephemeris in both forms. */
    @Setup
    public void read() {
        context = OrekitContext.builtIn();
        trajectory = Truth.artemis(context);
        stockEphemeris = stockEphemeris(context);
    }

    /** What the stock detector answers: AOS and LOS. */
    @Benchmark
    public List<Interval> enginePasses() {
        return new VisibilityCalculator(context, Truth.ARTEMIS_HORIZON, GEOMETRIC)
                .evaluate(orion, trajectory, 1)
                .passes(antenna);
    }

    /** With peak, range, Sun angle and transmit times of each. */
    @Benchmark
    public List<ViewPeriod> engineViewPeriods() {
        return new VisibilityCalculator(context, Truth.ARTEMIS_HORIZON, GEOMETRIC)
                .viewPeriods(antenna, orion, trajectory)
                .viewPeriods();
    }

    @Benchmark
    public List<Interval> stockDetector() {
        return new StockDetector(context, 300, 1e-3)
                .passes(stockEphemeris, Kdsa.SITE, 10, stockEphemeris.getMinDate(), stockEphemeris.getMaxDate());
    }

    /** Runs this and {@link VisibilityYearBenchmark}: everything side by side in one run. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(VisibilityBenchmark.class.getSimpleName())
                        .include(VisibilityYearBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    private static BoundedPropagator stockEphemeris(OrekitContext context) {
        Path file = Truth.artemisOem();
        OemSegment segment = new ParserBuilder(context.data())
                .buildOemParser()
                .parseMessage(new DataSource(file.toFile()))
                .getSegments()
                .get(0);
        return segment.getPropagator();
    }
}
