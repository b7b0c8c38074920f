package dev.yeoju.benchmark;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Constraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dev.yeoju.benchmark.CpSatModel.Choice;
import dev.yeoju.benchmark.CpSatModel.Demand;
import dev.yeoju.benchmark.CpSatModel.Slot;
import dev.yeoju.model.Tie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bonds between two requests, as the checker reads them: they bind when both are scheduled. */
final class CpSatTies {
    private final CpSatModel plan;
    private final Map<String, IntVar> lastEnds = new HashMap<>();

    CpSatTies(CpSatModel plan) {
        this.plan = plan;
    }

    void add() {
        for (Demand demand : plan.demands.values()) {
            for (Tie tie : demand.request().ties()) {
                Demand other = plan.demands.get(tie.request());
                if (other != null) {
                    add(demand, tie, other);
                }
            }
        }
    }

    private void add(Demand one, Tie tie, Demand other) {
        boolean possible = !one.slots().isEmpty() && !other.slots().isEmpty();
        if (tie.type() == Tie.Type.SIMULTANEOUS) {
            plan.model.addEquality(one.served(), other.served());
        }
        if (!possible) {
            return;
        }
        Literal[] both = {one.served(), other.served()};
        switch (tie.type()) {
            case SEPARATION -> {
                BoolVar ownFirst = plan.model.newBoolVar("");
                gap(one, other, tie, one.served(), other.served(), ownFirst);
                gap(other, one, tie, one.served(), other.served(), ownFirst.not());
            }
            case BEFORE -> gap(one, other, tie, both);
            case OVERLAP -> overlap(one, other, tie, both);
            case SIMULTANEOUS -> simultaneous(one, other);
        }
    }

    private void gap(Demand earlier, Demand later, Tie tie, Literal... when) {
        IntVar end = lastEnd(earlier);
        IntVar begin = later.slots().get(0).begin();
        enforce(plan.model.addGreaterOrEqual(begin, LinearExpr.affine(end, 1, seconds(tie.min()))), when);
        if (tie.max() != null) {
            enforce(plan.model.addLessOrEqual(begin, LinearExpr.affine(end, 1, seconds(tie.max()))), when);
        }
    }

    /** The last end of a request's tracks: of one of them, and of none before another's. */
    private IntVar lastEnd(Demand demand) {
        return lastEnds.computeIfAbsent(demand.request().id(), id -> {
            List<Slot> slots = demand.slots();
            if (slots.size() == 1) {
                return slots.get(0).end();
            }
            IntVar last = plan.model.newIntVar(0, plan.reachS, "");
            List<Literal> which = new ArrayList<>();
            for (Slot slot : slots) {
                BoolVar chosen = plan.model.newBoolVar("");
                plan.model.addImplication(chosen, slot.present());
                plan.model.addEquality(last, slot.end()).onlyEnforceIf(chosen);
                plan.model.addGreaterOrEqual(last, slot.end()).onlyEnforceIf(slot.present());
                which.add(chosen);
            }
            which.add(demand.served().not());
            plan.model.addBoolOr(which);
            return last;
        });
    }

    private void overlap(Demand one, Demand other, Tie tie, Literal[] both) {
        long least = Math.max(1, seconds(tie.min()));
        List<Literal> ways = new ArrayList<>();
        for (Slot a : one.slots()) {
            for (Slot b : other.slots()) {
                for (Choice x : a.choices()) {
                    for (Choice y : b.choices()) {
                        if (disjoint(x, y) && meet(x, y, least)) {
                            ways.add(overlap(a, x, b, y, least));
                        }
                    }
                }
            }
        }
        for (Literal literal : both) {
            ways.add(literal.not());
        }
        plan.model.addBoolOr(ways);
    }

    private Literal overlap(Slot a, Choice x, Slot b, Choice y, long least) {
        BoolVar way = plan.model.newBoolVar("");
        plan.model.addImplication(way, x.taken());
        plan.model.addImplication(way, y.taken());
        plan.model
                .addGreaterOrEqual(a.end(), LinearExpr.affine(b.begin(), 1, least))
                .onlyEnforceIf(way);
        plan.model
                .addGreaterOrEqual(b.end(), LinearExpr.affine(a.begin(), 1, least))
                .onlyEnforceIf(way);
        plan.model.addGreaterOrEqual(x.length(), least).onlyEnforceIf(way);
        plan.model.addGreaterOrEqual(y.length(), least).onlyEnforceIf(way);
        return way;
    }

    private void simultaneous(Demand one, Demand other) {
        int most = Math.max(one.slots().size(), other.slots().size());
        for (int k = 0; k < most; k++) {
            if (k >= one.slots().size() || k >= other.slots().size()) {
                Demand longer = k >= one.slots().size() ? other : one;
                plan.model.addEquality(longer.slots().get(k).present(), 0);
                continue;
            }
            Slot a = one.slots().get(k);
            Slot b = other.slots().get(k);
            plan.model.addEquality(a.present(), b.present());
            plan.model.addEquality(a.begin(), b.begin()).onlyEnforceIf(a.present());
            plan.model.addEquality(a.end(), b.end()).onlyEnforceIf(a.present());
            for (Choice x : a.choices()) {
                for (Choice y : b.choices()) {
                    if (!disjoint(x, y)) {
                        plan.model.addBoolOr(List.of(x.taken().not(), y.taken().not()));
                    }
                }
            }
        }
    }

    private static boolean disjoint(Choice x, Choice y) {
        return Collections.disjoint(
                x.opportunity().option().antennas(), y.opportunity().option().antennas());
    }

    private static boolean meet(Choice x, Choice y, long least) {
        var shared = x.opportunity().usable().intersection(y.opportunity().usable());
        return shared != null && shared.duration().toSeconds() >= least;
    }

    private static void enforce(Constraint constraint, Literal... when) {
        constraint.onlyEnforceIf(when);
    }

    private static long seconds(@Nullable Duration duration) {
        return duration == null ? 0 : duration.toSeconds();
    }
}
