package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan that a search works on: who has which slot, the timelines of antennas and missions, and the value, all kept up
 * to date change by change, with a journal by which changes are undone.
 *
 * <p>It mirrors the engine's working plan. Its value is made of the same terms as the constraints' and equals it.
 */
final class PlanState {
    private final PlanModel model;
    private final PlanRequest[] requestOf;
    private final int[] firstAssignment;
    private final @Nullable PlanOpportunity[] opportunity;
    private final int[] botS;
    private final int[] eotS;
    private final long[] requestS;
    /** What each request's hours and bonus are worth. */
    private final long[] requestWorth;

    private final PlanMission[] missionOf;
    private final long[] missionS;
    private final long[] missionFairness;
    private final double[] unsatisfied;
    private final Timeline[] antennas;
    private final Timeline[] missions;
    /** What each limit of a complex counts. */
    private final Timeline[] carried;

    private final IndexSet taken;
    private final WeightedDraw missing;
    private final Journal journal = new Journal();
    private final Completeness completeness;
    private final boolean hasWorst;
    /** How often 1 is doubled to the order of the norm that stands for the greatest U. */
    private int normSquarings = 4;

    /** Assignments from here on are pinned. */
    private final int movable;

    private final long[] changeCost;
    /** By how much each tie of pins is broken. */
    private final long[] tieBroken;

    private long repaired;
    private long critical;
    private long valueWithoutWorst;
    private final long[] wished;
    private long preferences;

    PlanState(PlanModel model, List<PassAssignment> assignments) {
        this.model = model;
        int size = assignments.size();
        requestOf = new PlanRequest[size];
        opportunity = new PlanOpportunity[size];
        botS = new int[size];
        eotS = new int[size];
        firstAssignment = new int[model.requests().size()];
        requestS = new long[model.requests().size()];
        requestWorth = new long[model.requests().size()];
        missionOf = model.missions().toArray(PlanMission[]::new);
        missionS = new long[model.missions().size()];
        missionFairness = new long[model.missions().size()];
        unsatisfied = new double[model.missions().size()];
        changeCost = new long[model.requests().size()];
        wished = new long[model.requests().size()];
        tieBroken = new long[model.ties().ofPins().size()];
        missing = new WeightedDraw(model.requests().size());
        taken = new IndexSet(size);
        movable = size - model.pins().size();
        for (int index = size - 1; index >= 0; index--) {
            PlanRequest request = assignments.get(index).request();
            requestOf[index] = request;
            if (index < movable) {
                firstAssignment[request.index()] = index;
                updateMissing(request);
            }
        }
        completeness = new Completeness(model);
        antennas = new Timeline[model.antennaCount()];
        for (int antenna = 0; antenna < antennas.length; antenna++) {
            antennas[antenna] = new Timeline();
            for (PlanModel.Span span : model.down().get(antenna)) {
                antennas[antenna].insert(span.startS(), span.endS(), Timeline.NOBODY);
            }
        }
        carried = new Timeline[model.limits().size()];
        for (int limit = 0; limit < carried.length; limit++) {
            carried[limit] = new Timeline();
        }
        missions = new Timeline[model.missions().size()];
        boolean anyWorst = false;
        for (PlanMission mission : model.missions()) {
            missions[mission.index()] = new Timeline();
            missionFairness[mission.index()] = mission.fairness(0);
            unsatisfied[mission.index()] = mission.unsatisfiedFraction(0);
            anyWorst |= mission.hasWorst();
        }
        hasWorst = anyWorst;
        valueWithoutWorst -= model.lost().cost();
        model.requests().forEach(this::recountChanges);
        model.pins().forEach(this::pin);
    }

    private void pin(PlanPin pin) {
        AntennaSet set = pin.where().antennas();
        for (int k = 0; k < set.size(); k++) {
            antennas[set.get(k)].insert(pin.boaS(), pin.eoaS(), pin.assignment());
        }
        missions[pin.request().mission().index()].insert(pin.botS(), pin.eotS(), pin.assignment());
        for (int limit : pin.where().limits()) {
            carried[limit].insert(pin.botS(), pin.eotS(), pin.assignment());
        }
        changeTime(pin.request(), pin.eotS() - pin.botS());
    }

    PlanModel model() {
        return model;
    }

    PlanRequest request(int assignment) {
        return requestOf[assignment];
    }

    int assignmentCount() {
        return requestOf.length;
    }

    /** The first of the request's assignments; the others follow it. Only for requests that can be served. */
    int firstAssignment(PlanRequest request) {
        return firstAssignment[request.index()];
    }

    /** Whether the search may move it: it is neither pinned nor {@link Timeline#NOBODY}. */
    boolean isMovable(int assignment) {
        return assignment >= 0 && assignment < movable;
    }

    /** Whether it has a slot that the search may change. */
    boolean isTaken(int assignment) {
        return opportunity[assignment] != null;
    }

    @Nullable
    PlanOpportunity opportunity(int assignment) {
        return opportunity[assignment];
    }

    int botS(int assignment) {
        return botS[assignment];
    }

    int eotS(int assignment) {
        return eotS[assignment];
    }

    long trackedS(PlanRequest request) {
        return requestS[request.index()];
    }

    /** The time that the request would still like to have. */
    long wantedS(PlanRequest request) {
        return request.preferredS() - requestS[request.index()];
    }

    /** The request's tracks, by assignment, pins first. */
    List<PlanTie.Placed> placed(PlanRequest request) {
        if (requestS[request.index()] == 0) {
            return List.of();
        }
        List<PlanTie.Placed> placed = new ArrayList<>(request.pinnedTracks() + request.maxTracks());
        placed.addAll(pinned(request));
        int first = firstAssignment(request);
        for (int assignment = first; assignment < first + request.maxTracks(); assignment++) {
            PlanOpportunity where = opportunity[assignment];
            if (where != null) {
                placed.add(new PlanTie.Placed(botS[assignment], eotS[assignment], where.antennas()));
            }
        }
        return placed;
    }

    /** The track of an assignment that has one. */
    PlanTie.Placed placed(int assignment) {
        PlanOpportunity where = opportunity[assignment];
        if (where == null) {
            throw new IllegalStateException("Assignment (" + assignment + ") has no track.");
        }
        return new PlanTie.Placed(botS[assignment], eotS[assignment], where.antennas());
    }

    /** The request's pinned tracks. */
    List<PlanTie.Placed> pinned(PlanRequest request) {
        if (request.pinnedTracks() == 0) {
            return List.of();
        }
        return model.pins().stream()
                .filter(pin -> pin.request() == request)
                .map(PlanPin::placed)
                .toList();
    }

    double unsatisfiedFraction(PlanMission mission) {
        return unsatisfied[mission.index()];
    }

    Timeline antenna(int antenna) {
        return antennas[antenna];
    }

    Timeline mission(PlanMission mission) {
        return missions[mission.index()];
    }

    /** The tracks that a limit of a complex counts, [bot, eot). */
    Timeline carried(ComplexLimit limit) {
        return carried[limit.index()];
    }

    /** The track of an assignment that has one or is pinned, with its activity. */
    Pass pass(int assignment) {
        if (assignment >= movable) {
            return model.pins().get(assignment - movable).pass();
        }
        PlanOpportunity where = opportunity[assignment];
        if (where == null) {
            throw new IllegalStateException("Assignment (" + assignment + ") has no track.");
        }
        return Pass.of(requestOf[assignment], where, botS[assignment], eotS[assignment]);
    }

    /** The assignments that have a slot. */
    IndexSet taken() {
        return taken;
    }

    /** Requests in proportion to the weighted time that they miss. */
    WeightedDraw missing() {
        return missing;
    }

    Journal journal() {
        return journal;
    }

    /** How much of what pins break by themselves is made good by other tracks: only differences have a meaning. */
    long repaired() {
        return repaired;
    }

    long critical() {
        return critical;
    }

    /** The preferences, micro-units. */
    long preferences() {
        return preferences;
    }

    /** The value, micro-units. */
    long value() {
        return valueWithoutWorst + worst();
    }

    /** An assignment of the request that has no slot, or −1. */
    int freeAssignment(PlanRequest request) {
        int first = firstAssignment(request);
        for (int assignment = first; assignment < first + request.maxTracks(); assignment++) {
            if (opportunity[assignment] == null) {
                return assignment;
            }
        }
        return -1;
    }

    /** Takes all of the request's tracks away but those pinned; says whether there was any. */
    boolean releaseAll(PlanRequest request) {
        boolean any = false;
        int first = firstAssignment(request);
        for (int assignment = first; assignment < first + request.maxTracks(); assignment++) {
            if (opportunity[assignment] != null) {
                release(assignment);
                any = true;
            }
        }
        return any;
    }

    int freeAssignments(PlanRequest request) {
        int first = firstAssignment(request);
        int free = 0;
        for (int assignment = first; assignment < first + request.maxTracks(); assignment++) {
            if (opportunity[assignment] == null) {
                free++;
            }
        }
        return free;
    }

    /** How many tracks the request has, pinned ones included. */
    int trackCount(PlanRequest request) {
        return request.pinnedTracks() + request.maxTracks() - freeAssignments(request);
    }

    void take(int assignment, PlanOpportunity where, int newBotS, int newEotS) {
        note(assignment);
        occupy(assignment, where, newBotS, newEotS);
    }

    void release(int assignment) {
        note(assignment);
        vacate(assignment);
    }

    void retime(int assignment, PlanOpportunity where, int newBotS, int newEotS) {
        note(assignment);
        vacate(assignment);
        occupy(assignment, where, newBotS, newEotS);
    }

    /** Undoes all changes since the journal was last cleared. */
    void rollBack() {
        for (int entry = journal.size() - 1; entry >= 0; entry--) {
            int assignment = journal.assignment(entry);
            if (opportunity[assignment] != null) {
                vacate(assignment);
            }
            PlanOpportunity before = journal.opportunity(entry);
            if (before != null) {
                occupy(assignment, before, journal.botS(entry), journal.eotS(entry));
            }
        }
        journal.clear();
    }

    /** The slots in order of assignments, as they are now, without the pins'. */
    List<Slot> slots() {
        List<Slot> slots = new ArrayList<>(taken.size());
        for (int assignment = 0; assignment < movable; assignment++) {
            PlanOpportunity where = opportunity[assignment];
            if (where != null) {
                slots.add(Slot.of(model, assignment, requestOf[assignment], where, botS[assignment], eotS[assignment]));
            }
        }
        return slots;
    }

    private void note(int assignment) {
        journal.add(assignment, opportunity[assignment], botS[assignment], eotS[assignment]);
    }

    private void occupy(int assignment, PlanOpportunity where, int newBotS, int newEotS) {
        PlanRequest request = requestOf[assignment];
        opportunity[assignment] = where;
        botS[assignment] = newBotS;
        eotS[assignment] = newEotS;
        AntennaSet set = where.antennas();
        for (int k = 0; k < set.size(); k++) {
            antennas[set.get(k)].insert(newBotS - request.setupS(), newEotS + request.teardownS(), assignment);
        }
        missions[request.mission().index()].insert(newBotS, newEotS, assignment);
        if (!where.isPlain()) {
            for (int limit : where.limits()) {
                carried[limit].insert(newBotS, newEotS, assignment);
            }
        }
        taken.add(assignment);
        changeTime(request, newEotS - newBotS);
    }

    private void vacate(int assignment) {
        PlanRequest request = requestOf[assignment];
        PlanOpportunity where = opportunity[assignment];
        if (where == null) {
            throw new IllegalStateException("Assignment (" + assignment + ") has no slot to give up.");
        }
        AntennaSet set = where.antennas();
        for (int k = 0; k < set.size(); k++) {
            antennas[set.get(k)].remove(botS[assignment] - request.setupS(), assignment);
        }
        missions[request.mission().index()].remove(botS[assignment], assignment);
        if (!where.isPlain()) {
            for (int limit : where.limits()) {
                carried[limit].remove(botS[assignment], assignment);
            }
        }
        taken.remove(assignment);
        opportunity[assignment] = null;
        changeTime(request, botS[assignment] - eotS[assignment]);
    }

    private void changeTime(PlanRequest request, int byS) {
        long before = requestS[request.index()];
        long after = before + byS;
        requestS[request.index()] = after;
        critical += request.criticalWeight(after) - request.criticalWeight(before);
        if (request.satisfied(after) != request.satisfied(before)) {
            completeness.count(request, request.satisfied(after));
        }
        long worth = request.hours(after) + request.bonus(after);
        valueWithoutWorst += worth - requestWorth[request.index()];
        requestWorth[request.index()] = worth;
        PlanMission mission = request.mission();
        int index = mission.index();
        missionS[index] += request.countedS(after) - request.countedS(before);
        unsatisfied[index] = mission.unsatisfiedFraction(missionS[index]);
        long fairness = mission.fairness(missionS[index]);
        valueWithoutWorst += fairness - missionFairness[index];
        missionFairness[index] = fairness;
        recountChanges(request);
        recountWishes(request);
        if (request.pinnedTracks() > 0) {
            repaired += request.outsideLimitsS(before) - request.outsideLimitsS(after);
        }
        if (request.tied()) {
            recountPinnedTies(request);
        }
        updateMissing(request);
    }

    private void recountPinnedTies(PlanRequest request) {
        List<PlanTie> ties = model.ties().ofPins();
        for (int k = 0; k < ties.size(); k++) {
            PlanTie tie = ties.get(k);
            if (tie.first() == request || tie.second() == request) {
                long now = tie.broken(placed(tie.first()), placed(tie.second()));
                repaired -= now - tieBroken[k];
                tieBroken[k] = now;
            }
        }
    }

    private void recountWishes(PlanRequest request) {
        if (request.mayHaveSeveral() || request.wishes().areMany()) {
            setWished(request, wished(request));
        }
        PlanRequest follower = request.follower();
        if (follower != null) {
            setWished(follower, wished(follower));
        }
    }

    private void setWished(PlanRequest request, long now) {
        preferences += now - wished[request.index()];
        wished[request.index()] = now;
    }

    private long wished(PlanRequest request) {
        if (requestS[request.index()] == 0) {
            return 0;
        }
        Wishes wishes = request.wishes();
        if (!wishes.areMany()) {
            return wishes.several(trackCount(request));
        }
        List<Pass> passes = passes(request);
        int botS = firstBotS(passes);
        long wish = wishes.time(botS) + wishes.quality(passes) + wishes.several(passes.size());
        PlanRequest previous = request.previous();
        if (previous == null || !wishes.follows() || requestS[previous.index()] == 0) {
            return wish;
        }
        return wish + wishes.evenness(botS, firstBotS(passes(previous)));
    }

    /** The request's tracks with their activities, pins first. */
    private List<Pass> passes(PlanRequest request) {
        List<Pass> passes = new ArrayList<>(request.pinnedTracks() + request.maxTracks());
        if (request.pinnedTracks() > 0) {
            model.pins().stream().filter(pin -> pin.request() == request).forEach(pin -> passes.add(pin.pass()));
        }
        int first = firstAssignment(request);
        for (int assignment = first; assignment < first + request.maxTracks(); assignment++) {
            if (opportunity[assignment] != null) {
                passes.add(pass(assignment));
            }
        }
        return passes;
    }

    private static int firstBotS(List<Pass> passes) {
        int firstS = Integer.MAX_VALUE;
        for (Pass pass : passes) {
            firstS = Math.min(firstS, pass.botS());
        }
        return firstS;
    }

    private void recountChanges(PlanRequest request) {
        if (request.changes() != null) {
            long now = request.changeCost(placed(request));
            valueWithoutWorst -= now - changeCost[request.index()];
            changeCost[request.index()] = now;
        }
    }

    private void updateMissing(PlanRequest request) {
        if (!request.schedulable()) {
            return;
        }
        long wanted = Math.max(0, wantedS(request));
        missing.set(request.index(), Math.round(wanted * request.drawWeight()));
    }

    /** Whether the worst mission has a term of its own. */
    boolean hasWorst() {
        return hasWorst;
    }

    /** The mission that has the least of what it asks for. */
    PlanMission worstMission() {
        int worst = 0;
        for (int mission = 1; mission < unsatisfied.length; mission++) {
            if (unsatisfied[mission] > unsatisfied[worst]) {
                worst = mission;
            }
        }
        return model.missions().get(worst);
    }

    /** @param squarings how often 1 is doubled to the order of the norm that stands for the greatest U from now on */
    void norm(int squarings) {
        normSquarings = squarings;
    }

    /**
     * What the search makes great: the value with the greatest U in it replaced by a norm of them all, and what {@link
     * Completeness} adds, micro-units. Where several missions are about as badly off, what one of them gains shows in it,
     * and in the value itself only once all have gained.
     */
    long smoothValue() {
        long smooth = valueWithoutWorst + completeness.worth();
        return hasWorst ? smooth + missionOf[0].worstAt(smoothWorst()) : smooth;
    }

    /** What the search adds for requests that are satisfied. */
    Completeness completeness() {
        return completeness;
    }

    private double smoothWorst() {
        double norm = 0;
        for (double each : unsatisfied) {
            norm += toNorm(each);
        }
        for (int k = 0; k < normSquarings; k++) {
            norm = Math.sqrt(norm);
        }
        return norm;
    }

    /** To the power of the norm. */
    private double toNorm(double base) {
        double power = base;
        for (int k = 0; k < normSquarings; k++) {
            power *= power;
        }
        return power;
    }

    /** What a second more of each mission adds to {@link #smoothValue} beside its request's own weight, micro-units. */
    void missionRates(double[] rates) {
        double worst = hasWorst ? smoothWorst() : 0;
        for (int index = 0; index < rates.length; index++) {
            PlanMission mission = missionOf[index];
            double own = unsatisfied[index];
            double rate = mission.fairnessPerSecond(own);
            if (worst > 0 && own > 0) {
                double ratio = own / worst;
                rate += toNorm(ratio) / ratio * mission.worstPerSecond();
            }
            rates[index] = rate;
        }
    }

    private long worst() {
        if (!hasWorst) {
            return 0;
        }
        PlanMission worst = worstMission();
        return worst.worst(missionS[worst.index()]);
    }
}
