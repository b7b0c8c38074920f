package dev.yeoju.bound;

import dev.yeoju.model.Certificate;
import dev.yeoju.model.ProblemInstance;
import java.time.Duration;
import java.util.List;

/**
 * Proves how much a schedule of an instance can be worth at most. Every rule that couples antennas and tracks gets a
 * price instead (a request's number of tracks, hours, least hours and own cover, missions' hours, spacecraft tracked twice
 * at once, arrays' antennas); for given prices each antenna's best use is computed exactly, and the sum is a bound. Prices
 * then move to make it small. Slew, ties, limits of complexes and pins are left out, which keeps it valid; it holds for
 * every schedule that keeps the rules, whatever critical requests are in it.
 *
 * <p>A long problem's prices are first found block by block in time, see {@link TimeBlocks}.
 */
public final class BoundSolver {
    /** Steps of one round's sweeps: coarse while prices are far off, finer when they are near, finest for the proof. */
    private static final double[] ROUND_WORK = {4e5, 4e6};

    /** Of the value, the depth of the level from which more rounds are of no use: on the coarse grid earlier. */
    private static final double[] SETTLED = {2e-5, 1e-7};

    private static final double PROOF_WORK = 4e7;
    private static final double INTERIM_WORK = 4e6;
    /** The finest proof of a long problem. */
    private static final double MOST_PROOF_WORK = 4e8;

    private static final int ROUNDS_BETWEEN_PROOFS = 50;
    /** Part of the rounds that are done on the coarse grid. */
    private static final double COARSE = 0.85;
    /** Of the rounds, those that each block has. */
    private static final double BLOCK_ROUNDS = 0.25;
    /** Of the rounds, those that the whole has at least after its blocks: few blocks leave time for more. */
    private static final double JOINT_ROUNDS = 0.05;
    /** Part of the time limit that the blocks may take. */
    private static final double BLOCK_TIME = 0.6;

    /** Part of the time limit that the rounds may take: the last proof gains more than they would. */
    private static final double ROUNDS_TIME = 0.92;

    private static final int BLOCKS_BETWEEN_PROOFS = 8;

    private final ProblemInstance instance;
    private final Relaxation relaxation;
    private final PriceLayout layout;
    private final CertificateCodec codec;
    private final double[] served;
    private final BoundWatch watch;
    private final long start = System.nanoTime();
    private final long deadline;
    private Bound best;

    private BoundSolver(ProblemInstance instance, long limitNanos, BoundWatch watch) {
        this.instance = instance;
        this.watch = watch;
        deadline = start + limitNanos;
        relaxation = RelaxationBuilder.build(instance);
        layout = new PriceLayout(relaxation);
        codec = new CertificateCodec(relaxation, layout);
        served = ServedPrices.of(relaxation, layout);
        best = new Bound(Double.POSITIVE_INFINITY, codec.encode(layout.initial(), 0), 0);
    }

    /** The bound is finite even when stopped at once. */
    public static Bound solve(ProblemInstance instance, BoundOptions options, BoundWatch watch) {
        return new BoundSolver(instance, nanos(options.timeLimit()), watch).run(options.rounds());
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(Duration.ofDays(300)) > 0 ? Duration.ofDays(300).toNanos() : limit.toNanos();
    }

    private Bound run(int rounds) {
        List<ProblemInstance> blocks = TimeBlocks.of(instance);
        // Never cut short, so that there is a bound whatever happens, and none above the value of serving everything.
        record(served, TimeGrid.step(relaxation, ROUND_WORK[0] * blocks.size()), 0, new LaneSweep.Paper());
        Descent descent;
        int done;
        if (blocks.size() > 1) {
            double[] joined = blockPrices(blocks, (int) Math.ceil(BLOCK_ROUNDS * rounds));
            descent = Descent.near(layout, better(joined, served, 0, blocks.size()));
            double joint = Math.max(JOINT_ROUNDS, 1.0 / blocks.size());
            done = descend(descent, (int) Math.ceil(joint * rounds), blocks.size(), true);
        } else {
            descent = new Descent(layout, start());
            done = descend(descent, rounds, 1, true);
        }
        if (!ended()) {
            prove(descent.bestPrices(), Math.min(MOST_PROOF_WORK, PROOF_WORK * blocks.size()), done);
        }
        return best;
    }

    /** The prices that the blocks find each for itself; no price yet where time is over before. */
    private double[] blockPrices(List<ProblemInstance> blocks, int rounds) {
        TimeBlocks.Merger merger = new TimeBlocks.Merger();
        for (int b = 0; b < blocks.size() && !ended(); b++) {
            double left = BLOCK_TIME * (deadline - start) - (System.nanoTime() - start);
            long share = (long) Math.max(0, left / (blocks.size() - b));
            BoundSolver block = new BoundSolver(blocks.get(b), share, new BoundWatch() {
                @Override
                public void improved(Bound bound) {}

                @Override
                public boolean stop() {
                    return ended();
                }
            });
            merger.add(block.prices(rounds), block.relaxation);
            if ((b + 1) % BLOCKS_BETWEEN_PROOFS == 0 || b + 1 == blocks.size()) {
                prove(codec.decode(merger.merged()), INTERIM_WORK * blocks.size(), 0);
            }
        }
        return codec.decode(merger.merged());
    }

    private Certificate prices(int rounds) {
        Descent descent = new Descent(layout, start());
        descend(descent, rounds, 1, false);
        return codec.encode(better(descent.bestPrices(), served, 0, 1), 0);
    }

    /** Prices of nothing, where the first step could get as far as serving everything; else those of that. */
    private double[] start() {
        return better(layout.initial(), served, Descent.FIRST_LEVEL, 1);
    }

    /**
     * The one prices, or the others where those are worth less.
     *
     * @param tolerance part of the value that the one may be above the others
     * @param size the problem's, in blocks
     */
    private double[] better(double[] one, double[] other, double tolerance, int size) {
        double step = TimeGrid.step(relaxation, ROUND_WORK[0] * size);
        Dual dual = Dual.guide(relaxation, layout, step, new LaneSweep.Paper(this::ended));
        double[] unused = new double[layout.size()];
        double value = dual.value(one, unused);
        // A sweep that was stopped says nothing; then it does not matter which.
        return value * (1 - tolerance) <= dual.value(other, unused) ? one : other;
    }

    /**
     * @param size the problem's, in blocks: a grid is as fine for many as for one
     * @param proving whether to prove what is found on the way
     */
    private int descend(Descent descent, int rounds, int size, boolean proving) {
        int done = 0;
        for (int phase = 0; phase < ROUND_WORK.length; phase++) {
            double step = TimeGrid.step(relaxation, ROUND_WORK[phase] * size);
            boolean last = phase == ROUND_WORK.length - 1;
            if (!last && step == TimeGrid.step(relaxation, ROUND_WORK[phase + 1] * size)) {
                continue;
            }
            int until = last ? rounds : (int) (COARSE * rounds);
            descent.restart();
            done = rounds(descent, step, done, until, SETTLED[phase], proving ? INTERIM_WORK * size : 0);
        }
        return done;
    }

    private int rounds(Descent descent, double stepS, int from, int until, double settled, double proofWork) {
        Dual dual = Dual.guide(relaxation, layout, stepS, new LaneSweep.Paper(this::roundsEnded));
        double proven = Double.POSITIVE_INFINITY;
        int done = from;
        while (done < until && !roundsEnded() && !descent.settled(settled)) {
            descent.round(dual);
            done++;
            if (proofWork > 0 && done % ROUNDS_BETWEEN_PROOFS == 0 && descent.best() < proven * (1 - 1e-5)) {
                proven = descent.best();
                prove(descent.bestPrices(), proofWork, done);
            }
        }
        if (proofWork > 0 && descent.best() < proven) {
            prove(descent.bestPrices(), proofWork, done);
        }
        return done;
    }

    private boolean roundsEnded() {
        return ended() || System.nanoTime() - start >= ROUNDS_TIME * (deadline - start);
    }

    private boolean ended() {
        return watch.stop() || System.nanoTime() - deadline >= 0;
    }

    private void prove(double[] prices, double work, int rounds) {
        record(prices, TimeGrid.step(relaxation, work), rounds, new LaneSweep.Paper(this::ended));
    }

    private void record(double[] prices, double stepS, int rounds, LaneSweep.Paper paper) {
        double value = new Dual(relaxation, layout, stepS, paper).value(prices, new double[layout.size()]);
        if (value < best.value()) {
            best = new Bound(value, codec.encode(prices, stepS), rounds);
            watch.improved(best);
        }
    }
}
