package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Changes the plan state by one step: a first schedule, or one ruin and recreate. */
final class Proposer {
    private static final double SHORT_FIRST_SHARE = 0.5;
    private static final int DRAWS = 6;
    /** The order of the first norm of the missions' U, by how often 1 is doubled to it. */
    private static final int FIRST_NORM = 3;

    private final PlanState state;
    private final SplittableRandom random;
    private final SearchParameters parameters;
    private final boolean published;
    private final Ruiner ruiner;
    private final Rebuilder rebuilder;
    private final Squeezer squeezer;
    private final Recreator recreator;
    private final Ejector ejector;
    private final TieKeeper tieKeeper;
    private final IndexSet touched;
    private final List<PlanRequest> order = new ArrayList<>();
    private final List<PlanRequest> all = new ArrayList<>();
    private final List<List<PlanRequest>> ofMission = new ArrayList<>();
    private final int[] deadlineS;
    private double squeezeShare;

    Proposer(PlanState state, SplittableRandom random, SearchParameters parameters) {
        this.state = state;
        this.random = random;
        this.parameters = parameters;
        ruiner = new Ruiner(state, random);
        squeezer = new Squeezer(state, random);
        recreator = new Recreator(state, random, parameters);
        published = state.model().isPublished();
        state.completeness().most(parameters.completeness());
        rebuilder = new Rebuilder(state, ruiner, random, parameters.rebuildBeside(), recreator.smallestUseS());
        ejector = new Ejector(state, random, recreator);
        tieKeeper = new TieKeeper(state);
        touched = new IndexSet(state.assignmentCount());
        state.model().requests().stream().filter(PlanRequest::schedulable).forEach(all::add);
        state.model().missions().forEach(mission -> ofMission.add(new ArrayList<>()));
        all.forEach(request -> ofMission.get(request.mission().index()).add(request));
        deadlineS =
                state.model().requests().stream().mapToInt(Proposer::deadlineS).toArray();
    }

    boolean hasNothingToDo() {
        return all.isEmpty();
    }

    /** @param fraction how much of the search is done, 0 to 1 */
    void progress(double fraction) {
        recreator.progress(fraction);
        state.norm(norm(fraction));
        ejector.noise(parameters.ejectNoise() * recreator.noiseHours());
        rebuilder.noise(parameters.rebuildNoise() * recreator.noiseHours());
        squeezeShare = parameters.squeezeShare() * Math.pow(Math.min(1, fraction), parameters.squeezePower());
    }

    /** At first all missions that are badly off count, in the end hardly any but the worst. */
    private int norm(double fraction) {
        int doublings = fraction < parameters.normDoublesAt() ? 0 : fraction < parameters.normDoublesAgainAt() ? 1 : 2;
        return FIRST_NORM + doublings;
    }

    /** Takes what is published again, then serves all requests in turn: critical ones first, then by priority, those with the least choice before others. */
    void construct() {
        new WarmStart(state, new GapFinder(state)).take();
        List<PlanRequest> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing((PlanRequest request) -> !request.critical())
                .thenComparing(request -> -request.source().priority())
                .thenComparingLong(Proposer::choiceS)
                .thenComparingInt(PlanRequest::index));
        for (PlanRequest request : ordered) {
            recreator.serve(request);
            recreator.dropUnlessServed(request);
        }
        for (int assignment = 0; assignment < state.assignmentCount(); assignment++) {
            recreator.stretch(assignment);
        }
        tieKeeper.keep();
    }

    /** One ruin and recreate, one chain of tracks that give way to each other, or one squeeze. */
    void step() {
        ruiner.begin();
        if (!state.hasWorst() || !serveWorst()) {
            PlanRequest wanting = wanting();
            if (random.nextDouble() < squeezeShare) {
                squeeze(wanting);
            } else if (!published && random.nextDouble() < parameters.ejectShare()) {
                ejector.eject(wanting, 1 + random.nextInt(parameters.ejectLinks()));
            } else {
                clear(wanting);
                recreator.spare(random.nextDouble() < parameters.sparingShare());
                recreate(wanting);
                recreator.spare(false);
            }
        }
        stretchTouched();
        tieKeeper.keep();
    }

    /** Now and then plans hours or packs nights of the worst mission; says whether it did. */
    private boolean serveWorst() {
        double kind = random.nextDouble();
        if (kind >= parameters.worstRuinShare() + parameters.packShare()) {
            return false;
        }
        PlanRequest wanting = wantingOf(state.worstMission());
        if (wanting == null) {
            return false;
        }
        if (kind < parameters.worstRuinShare()) {
            ruiner.missionAround(wanting);
            recreateMission(wanting.mission(), false);
            return true;
        }
        PlanOpportunity night = nightForTwo(wanting);
        if (night == null) {
            return false;
        }
        ruiner.missionNights(wanting, night);
        recreateMission(wanting.mission(), true);
        return true;
    }

    /** One of the request's opportunities that hold two tracks as long as its minimum, each as likely; null when none does. */
    private @Nullable PlanOpportunity nightForTwo(PlanRequest request) {
        PlanOpportunity drawn = null;
        int longEnough = 0;
        for (PlanOpportunity opportunity : request.opportunities()) {
            if (opportunity.lengthS() >= 2 * request.minS() && random.nextInt(++longEnough) == 0) {
                drawn = opportunity;
            }
        }
        return drawn;
    }

    /** The mission's requests first, then the others that lost tracks. */
    private void recreateMission(PlanMission mission, boolean packed) {
        order.clear();
        for (PlanRequest request : ofMission.get(mission.index())) {
            if (state.wantedS(request) > 0) {
                order.add(request);
            }
        }
        int own = order.size();
        if (packed) {
            pack();
        }
        shuffle(0, own);
        addRemoved();
        shuffle(own, order.size());
        recreator.shorten(parameters.worstShorterChance());
        for (int k = 0; k < own; k++) {
            recreator.serve(order.get(k));
        }
        recreator.shorten(parameters.shorterChance());
        for (int k = own; k < order.size(); k++) {
            recreator.serve(order.get(k));
        }
        order.forEach(recreator::dropUnlessServed);
    }

    /** Gives one whole track to each request in the order that has none, those that must end first before others. */
    private void pack() {
        shuffle(0, order.size());
        order.sort(Comparator.comparingInt(request -> deadlineS[request.index()]));
        for (PlanRequest request : order) {
            if (state.trackedS(request) == 0 && !request.tied()) {
                recreator.pack(request);
            }
        }
    }

    private void addRemoved() {
        IndexSet removed = ruiner.removed();
        for (int k = 0; k < removed.size(); k++) {
            PlanRequest request = state.request(removed.get(k));
            if (!order.contains(request)) {
                order.add(request);
            }
        }
    }

    private void shuffle(int from, int to) {
        for (int k = to - 1; k > from; k--) {
            int other = from + random.nextInt(k - from + 1);
            PlanRequest swapped = order.get(k);
            order.set(k, order.get(other));
            order.set(other, swapped);
        }
    }

    private void squeeze(PlanRequest wanting) {
        int track = random.nextBoolean() ? squeezer.beside(wanting) : -1;
        if (track >= 0) {
            recreator.stretch(track);
        } else {
            squeezer.inside(wanting);
            recreator.serve(wanting);
            recreator.dropUnlessServed(wanting);
        }
    }

    /** Now and then fills what it clears as well as can be. What is published is only taken away to be moved. */
    private void clear(PlanRequest wanting) {
        if (!published && random.nextDouble() < parameters.rebuildShare()) {
            rebuilder.rebuild(wanting);
        } else {
            ruin(wanting);
        }
    }

    private void ruin(PlanRequest wanting) {
        double kind = random.nextDouble();
        if (kind < parameters.aroundShare()) {
            ruiner.around(wanting);
        } else if (kind < parameters.aroundShare() + parameters.anywhereShare()) {
            ruiner.anywhere();
        } else {
            ruiner.mission(wanting.mission());
        }
    }

    private void recreate(PlanRequest wanting) {
        order.clear();
        addRemoved();
        order.remove(wanting);
        shuffle(0, order.size());
        if (random.nextDouble() < SHORT_FIRST_SHARE) {
            recreator.serve(wanting);
        }
        for (PlanRequest request : order) {
            recreator.serve(request);
        }
        recreator.serve(wanting);
        for (PlanRequest request : order) {
            recreator.dropUnlessServed(request);
        }
        recreator.dropUnlessServed(wanting);
    }

    private void stretchTouched() {
        touched.clear();
        Journal journal = state.journal();
        for (int entry = 0; entry < journal.size(); entry++) {
            touchWithNeighbours(journal.assignment(entry));
        }
        IndexSet removed = ruiner.removed();
        for (int k = 0; k < removed.size(); k++) {
            touchWithNeighbours(removed.get(k));
        }
        for (int k = 0; k < touched.size(); k++) {
            recreator.stretch(touched.get(k));
        }
    }

    private void touchWithNeighbours(int assignment) {
        PlanOpportunity where = state.opportunity(assignment);
        if (where == null) {
            return;
        }
        touched.add(assignment);
        AntennaSet antennas = where.antennas();
        for (int k = 0; k < antennas.size(); k++) {
            Timeline line = state.antenna(antennas.get(k));
            int at = line.position(
                    state.botS(assignment) - state.request(assignment).setupS(), assignment);
            if (at > 0 && state.isMovable(line.owner(at - 1))) {
                touched.add(line.owner(at - 1));
            }
            if (at + 1 < line.size() && state.isMovable(line.owner(at + 1))) {
                touched.add(line.owner(at + 1));
            }
        }
    }

    /** A request that misses time, drawn by what it misses and how little its mission has; any when none misses any. */
    private PlanRequest wanting() {
        if (state.hasWorst() && random.nextDouble() < parameters.worstShare()) {
            PlanRequest request = wantingOf(state.worstMission());
            if (request != null) {
                return request;
            }
        }
        WeightedDraw missing = state.missing();
        if (missing.isEmpty()) {
            return all.get(random.nextInt(all.size()));
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            PlanRequest request = state.model().requests().get(missing.draw(random));
            if (random.nextDouble() < 0.1 + state.unsatisfiedFraction(request.mission())) {
                return request;
            }
        }
        return state.model().requests().get(missing.draw(random));
    }

    /** One of the mission's requests that miss time, each as likely; null when none does. */
    private @Nullable PlanRequest wantingOf(PlanMission mission) {
        PlanRequest drawn = null;
        int missing = 0;
        for (PlanRequest request : ofMission.get(mission.index())) {
            if (state.wantedS(request) > 0 && random.nextInt(++missing) == 0) {
                drawn = request;
            }
        }
        return drawn;
    }

    private static int deadlineS(PlanRequest request) {
        return request.opportunities().stream()
                .mapToInt(PlanOpportunity::endS)
                .max()
                .orElse(0);
    }

    private static long choiceS(PlanRequest request) {
        long choiceS = 0;
        for (PlanOpportunity opportunity : request.opportunities()) {
            choiceS += opportunity.lengthS();
        }
        return choiceS;
    }
}
