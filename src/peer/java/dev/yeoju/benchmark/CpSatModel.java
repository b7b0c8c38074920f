package dev.yeoju.benchmark;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.AntennaComplex;
import dev.yeoju.model.Opportunities;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a problem as a CP-SAT model. Times are whole seconds from the horizon's start. Each track that a request
 * may have is one slot; a slot takes at most one of the request's opportunities, each an optional interval with begin and
 * length of its own.
 */
final class CpSatModel {
    /** A slot's track in one opportunity. */
    record Choice(
            Opportunity opportunity,
            BoolVar taken,
            IntVar bot,
            IntVar length,
            IntVar eot,
            IntVar tracked,
            IntervalVar tracking) {}

    /**
     * One track that a request may have.
     *
     * @param begin of the track, where there is one
     * @param end of the track, where there is one
     */
    record Slot(TrackRequest request, BoolVar present, IntVar begin, IntVar end, List<Choice> choices) {
        List<IntervalVar> intervals() {
            return choices.stream().map(Choice::tracking).toList();
        }
    }

    /**
     * A request's slots, in time.
     *
     * @param served whether it has at least its minimum; else it has nothing
     * @param tracked its tracked seconds
     */
    record Demand(TrackRequest request, BoolVar served, IntVar tracked, List<Slot> slots) {}

    final CpModel model = new CpModel();
    final Map<String, Demand> demands = new LinkedHashMap<>();
    final Instant epoch;
    private final ProblemInstance instance;
    private final Map<String, Spacecraft> spacecraft;
    final long reachS;

    CpSatModel(ProblemInstance instance) {
        this.instance = instance;
        epoch = instance.problem().horizon().start();
        spacecraft = instance.spacecraftById();
        reachS = instance.problem().horizon().duration().toSeconds();
        Map<String, List<Opportunity>> opportunities = Opportunities.of(instance);
        for (TrackRequest request : instance.requests()) {
            demands.put(request.id(), demand(request, opportunities.getOrDefault(request.id(), List.of())));
        }
        new CpSatAntennas(this, instance).add();
        complexes();
        new CpSatExclusions(this).add();
        new CpSatTies(this).add();
    }

    String mission(TrackRequest request) {
        Spacecraft one = spacecraft.get(request.spacecraft());
        return one == null ? request.spacecraft() : one.mission();
    }

    private Demand demand(TrackRequest request, List<Opportunity> opportunities) {
        long preferred = request.preferredDuration().toSeconds();
        long shortest = Math.max(1, request.minTrackDuration().toSeconds());
        long slotCount = Math.min(request.maxTracks(), Math.max(1, preferred / shortest));
        BoolVar served = model.newBoolVar("");
        List<Slot> slots = new ArrayList<>();
        List<LinearArgument> tracked = new ArrayList<>();
        List<Literal> some = new ArrayList<>();
        for (int k = 0; k < slotCount && !opportunities.isEmpty(); k++) {
            Slot slot = slot(request, opportunities, shortest, preferred);
            slot.choices().forEach(choice -> tracked.add(choice.tracked()));
            model.addImplication(slot.present(), served);
            some.add(slot.present());
            if (k > 0) {
                // Slots in time: their exchange would be the same schedule again.
                Slot before = slots.get(k - 1);
                model.addImplication(slot.present(), before.present());
                model.addLessOrEqual(before.begin(), slot.begin()).onlyEnforceIf(slot.present());
            }
            slots.add(slot);
        }
        IntVar total = model.newIntVar(0, preferred, "");
        model.addEquality(total, LinearExpr.sum(tracked.toArray(LinearArgument[]::new)));
        model.addGreaterOrEqual(
                total, LinearExpr.term(served, request.minDuration().toSeconds()));
        some.add(served.not());
        model.addBoolOr(some);
        return new Demand(request, served, total, slots);
    }

    private Slot slot(TrackRequest request, List<Opportunity> opportunities, long shortest, long preferred) {
        BoolVar present = model.newBoolVar("");
        IntVar begin = model.newIntVar(0, reachS, "");
        IntVar end = model.newIntVar(0, reachS, "");
        List<Choice> choices = new ArrayList<>();
        List<LinearArgument> taken = new ArrayList<>();
        for (Opportunity opportunity : opportunities) {
            Choice choice = choice(request, opportunity, shortest, preferred);
            choices.add(choice);
            taken.add(choice.taken());
            model.addEquality(begin, choice.bot()).onlyEnforceIf(choice.taken());
            model.addEquality(end, LinearExpr.sum(new LinearArgument[] {choice.bot(), choice.length()}))
                    .onlyEnforceIf(choice.taken());
        }
        model.addEquality(LinearExpr.sum(taken.toArray(LinearArgument[]::new)), present);
        return new Slot(request, present, begin, end, choices);
    }

    private Choice choice(TrackRequest request, Opportunity opportunity, long shortest, long preferred) {
        long from = second(opportunity.usable().start());
        long to = second(opportunity.usable().end());
        long longest = Math.min(preferred, to - from);
        BoolVar taken = model.newBoolVar("");
        IntVar bot = model.newIntVar(from, to - shortest, "");
        IntVar length = model.newIntVar(Math.min(shortest, longest), longest, "");
        IntVar eot = model.newIntVar(from + Math.min(shortest, longest), to, "");
        IntVar tracked = model.newIntVar(0, longest, "");
        IntervalVar tracking = model.newOptionalIntervalVar(bot, length, eot, taken, "");
        model.addEquality(tracked, length).onlyEnforceIf(taken);
        model.addEquality(tracked, 0).onlyEnforceIf(taken.not());
        return new Choice(opportunity, taken, bot, length, eot, tracked, tracking);
    }

    private void complexes() {
        Map<String, Antenna> antennas = instance.antennasById();
        for (AntennaComplex complex : instance.problem().complexes()) {
            limit(complex, complex.maxSimultaneousTracks(), false, antennas);
            limit(complex, complex.maxSimultaneousUplinks(), true, antennas);
        }
    }

    private void limit(AntennaComplex complex, @Nullable Integer most, boolean uplinks, Map<String, Antenna> antennas) {
        if (most == null) {
            return;
        }
        CumulativeConstraint limit = model.addCumulative(most);
        demands.values().stream()
                .filter(demand -> demand.request().uplink() || !uplinks)
                .flatMap(demand -> demand.slots().stream())
                .flatMap(slot -> slot.choices().stream())
                .filter(choice -> choice.opportunity().option().antennas().stream()
                        .anyMatch(id -> {
                            Antenna antenna = antennas.get(id);
                            return antenna != null && antenna.complex().equals(complex.id());
                        }))
                .forEach(choice -> limit.addDemand(choice.tracking(), 1));
    }

    /** Seconds from the epoch. */
    long second(Instant instant) {
        return Duration.between(epoch, instant).toSeconds();
    }
}
