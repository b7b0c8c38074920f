package dev.yeoju.bound;

import dev.yeoju.model.ProblemInstance;
import java.time.Duration;

/**
 * Proves how much a schedule of an instance can be worth at most. Every rule that couples antennas and tracks gets a
 * price instead (a request's number of tracks, hours and bonus, missions' hours, spacecraft tracked twice at once,
 * arrays' antennas); for given prices each antenna's best use is computed exactly, and the sum is a bound. Prices then
 * move to make it small. Slew, ties, limits of complexes and pins are left out, which keeps it valid; it holds for every
 * schedule that keeps the rules, whatever critical requests are in it.
 */
public final class BoundSolver {
    /** Steps of one round's sweeps: coarse while prices are far off, finer when they are near, finest for the proof. */
    private static final double[] ROUND_WORK = {4e5, 4e6};

    private static final double PROOF_WORK = 4e7;
    private static final double INTERIM_WORK = 4e6;
    private static final int ROUNDS_BETWEEN_PROOFS = 50;
    /** Part of the rounds that are done on the coarse grid. */
    private static final double COARSE = 0.85;

    private final Relaxation relaxation;
    private final PriceLayout layout;
    private final CertificateCodec codec;
    private final BoundWatch watch;
    private final long deadline;
    private Bound best;

    private BoundSolver(ProblemInstance instance, BoundOptions options, BoundWatch watch) {
        this.watch = watch;
        deadline = System.nanoTime() + nanos(options.timeLimit());
        relaxation = RelaxationBuilder.build(instance);
        layout = new PriceLayout(relaxation);
        codec = new CertificateCodec(relaxation, layout);
        best = new Bound(Double.POSITIVE_INFINITY, codec.encode(layout.initial(), 0), 0);
    }

    /** The bound is finite even when stopped at once. */
    public static Bound solve(ProblemInstance instance, BoundOptions options, BoundWatch watch) {
        return new BoundSolver(instance, options, watch).run(options.rounds());
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(Duration.ofDays(300)) > 0 ? Duration.ofDays(300).toNanos() : limit.toNanos();
    }

    private Bound run(int rounds) {
        prove(layout.initial(), ROUND_WORK[0], 0);
        Descent descent = new Descent(layout, layout.initial());
        int done = 0;
        for (int phase = 0; phase < ROUND_WORK.length; phase++) {
            double step = TimeGrid.step(relaxation, ROUND_WORK[phase]);
            boolean last = phase == ROUND_WORK.length - 1;
            if (!last && step == TimeGrid.step(relaxation, ROUND_WORK[phase + 1])) {
                continue;
            }
            int until = last ? rounds : (int) (COARSE * rounds);
            descent.restart();
            done = rounds(descent, step, done, until);
        }
        if (!ended()) {
            prove(descent.bestPrices(), PROOF_WORK, done);
        }
        return best;
    }

    private int rounds(Descent descent, double stepS, int from, int until) {
        Dual dual = new Dual(relaxation, layout, stepS);
        double proven = Double.POSITIVE_INFINITY;
        int done = from;
        while (done < until && !ended() && !descent.settled()) {
            descent.round(dual);
            done++;
            if (done % ROUNDS_BETWEEN_PROOFS == 0 && descent.best() < proven * (1 - 1e-5)) {
                proven = descent.best();
                prove(descent.bestPrices(), INTERIM_WORK, done);
            }
        }
        if (descent.best() < proven) {
            prove(descent.bestPrices(), INTERIM_WORK, done);
        }
        return done;
    }

    private boolean ended() {
        return watch.stop() || System.nanoTime() - deadline >= 0;
    }

    private void prove(double[] prices, double work, int rounds) {
        double step = TimeGrid.step(relaxation, work);
        double value = new Dual(relaxation, layout, step).value(prices, new double[layout.size()]);
        if (value < best.value()) {
            best = new Bound(value, codec.encode(prices, step), rounds);
            watch.improved(best);
        }
    }
}
