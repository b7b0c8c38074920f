package dev.yeoju.bound;

import dev.yeoju.content.ProblemInstances;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.planning.SatNetWeek;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Works on the bound of problems alone and prints how it falls by processor time; with a schedule beside it, where the two
 * differ and how many candidates the gap rules out.
 *
 * <pre>BoundTrial [rounds=2000] [time=PT60S] [objective=fair] PROBLEM[,SCHEDULE]…</pre>
 *
 * <p>A problem is a file or a SatNet week by its name; a schedule is what {@code solve} wrote for it.
 */
final class BoundTrial {
    private BoundTrial() {}

    /** @param args as above */
    public static void main(String[] args) throws IOException {
        Map<String, String> options = new LinkedHashMap<>(Map.of("rounds", "2000", "time", "PT60S", "objective", ""));
        List<String> problems = new ArrayList<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals >= 0) {
                options.put(arg.substring(0, equals), arg.substring(equals + 1));
            } else {
                problems.add(arg);
            }
        }
        BoundOptions effort = new BoundOptions(
                Integer.parseInt(Objects.requireNonNull(options.get("rounds"))),
                Duration.parse(Objects.requireNonNull(options.get("time"))));
        for (String problem : problems) {
            run(problem.split(",", 2), Objects.requireNonNull(options.get("objective")), effort);
        }
    }

    private static void run(String[] files, String objective, BoundOptions effort) throws IOException {
        Objective given = objective.isEmpty()
                ? null
                : Objective.Preset.valueOf(objective.toUpperCase(Locale.ROOT)).objective();
        ProblemInstance instance = files[0].endsWith(".json")
                ? ProblemInstances.read(Path.of(files[0]), given)
                : SatNetWeek.read(files[0], given == null ? Objective.Preset.FAIR.objective() : given);
        System.out.printf("%s%n", files[0]);
        long begin = cpuNanos();
        Bound last = BoundSolver.solve(instance, effort, new BoundWatch() {
            @Override
            public void improved(Bound bound) {
                print(bound, begin);
            }

            @Override
            public boolean stop() {
                return false;
            }
        });
        print(last, begin);
        double again = CertificateCheck.prove(instance, last.certificate());
        System.out.printf(Locale.ROOT, "  proven again %.3f%n", again);
        if (files.length > 1) {
            new Comparison(instance, last).print(Path.of(files[1]));
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(Bound bound, long start) {
        System.out.printf(
                Locale.ROOT,
                "  %.1f CPU s, round %d: %.3f%n",
                (cpuNanos() - start) / 1e9,
                bound.rounds(),
                bound.value());
    }

    /** Where a bound and a schedule differ. */
    private static final class Comparison {
        private final ProblemInstance instance;
        private final Relaxation relaxation;
        private final PriceLayout layout;
        private final Bound bound;

        Comparison(ProblemInstance instance, Bound bound) {
            this.instance = instance;
            this.bound = bound;
            relaxation = RelaxationBuilder.build(instance);
            layout = new PriceLayout(relaxation);
        }

        void print(Path file) throws IOException {
            Schedule schedule = ScheduleJson.read(Files.readAllBytes(file));
            double[] prices = new CertificateCodec(relaxation, layout).decode(bound.certificate());
            int missions = relaxation.missions().size();
            double[] missionPrices = new double[missions];
            for (int m = 0; m < missions; m++) {
                missionPrices[m] = layout.mission(m) < 0 ? 0 : prices[layout.mission(m)];
            }
            double[] theirs = new double[missions];
            double surplus = relaxation.fairness().surplus(missionPrices, theirs);
            double paid = 0;
            for (int m = 0; m < missions; m++) {
                paid += missionPrices[m] * theirs[m];
            }
            Map<String, Double> hours = new HashMap<>();
            for (Track track : schedule.tracks()) {
                hours.merge(track.request(), track.duration().toMillis() / 3.6e6, Double::sum);
            }
            double[] ours = new double[missions];
            double[] asked = new double[missions];
            double own = 0;
            double bonus = 0;
            double mostBonus = 0;
            for (int r = 0; r < relaxation.requests().size(); r++) {
                Relaxation.RequestTerms term = relaxation.terms().get(r);
                double h = hours.getOrDefault(relaxation.requests().get(r).id(), 0.0);
                ours[term.mission()] += Math.min(h, term.preferredHours());
                asked[term.mission()] += term.preferredHours();
                own += term.weight() * Math.min(h, term.preferredHours());
                bonus += h >= term.minHours() - 1e-9 ? term.bonus() : 0;
                mostBonus += term.bonus();
            }
            double value = schedule.value();
            System.out.printf(
                    Locale.ROOT,
                    "  value %.3f, bound %.3f, gap %.2f %%%n",
                    value,
                    bound.value(),
                    100 * (bound.value() - value) / bound.value());
            double fairnessBound = surplus + paid;
            double fairnessValue = value - own - bonus;
            System.out.printf(
                    Locale.ROOT,
                    "  missions' terms: bound %.3f, schedule %.3f, difference %.3f%n",
                    fairnessBound,
                    fairnessValue,
                    fairnessBound - fairnessValue);
            double rest = bound.value() - fairnessBound;
            System.out.printf(
                    Locale.ROOT,
                    "  hours and bonus: bound %.3f, schedule %.3f + %.3f of %.3f, difference %.3f%n",
                    rest,
                    own,
                    bonus,
                    mostBonus,
                    rest - own - bonus);
            System.out.println("  mission: asked, bound, schedule, price");
            for (int m = 0; m < missions; m++) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-8s %8.2f %8.2f %8.2f %8.2f %8.3f%n",
                        relaxation.missions().get(m),
                        asked[m],
                        theirs[m],
                        ours[m],
                        theirs[m] - ours[m],
                        missionPrices[m]);
            }
            printRuledOut(bound.value() - value);
        }

        /** How many stretches no better schedule has a track in: the best there loses more than the gap at the prices. */
        private void printRuledOut(double gap) {
            PriceBook book = PriceBook.of(instance, bound.certificate());
            int stretches = 0;
            int ruledOut = 0;
            int requestsOut = 0;
            for (TrackRequest request : relaxation.requests()) {
                List<Double> surpluses = book.surpluses(request.id());
                long out = surpluses.stream().filter(surplus -> surplus < -gap).count();
                stretches += surpluses.size();
                ruledOut += (int) out;
                requestsOut += out > 0 && out == surpluses.size() ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "  ruled out by reduced cost: %d of %d stretches, all of %d requests of %d%n",
                    ruledOut,
                    stretches,
                    requestsOut,
                    relaxation.requests().size());
        }
    }
}
