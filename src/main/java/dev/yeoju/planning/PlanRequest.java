package dev.yeoju.planning;

import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as the engine sees it: whole seconds, indices and what its hours are worth. */
final class PlanRequest {
    /** Keeps fractions of a priority apart when weights are whole numbers. */
    private static final double DRAW_SCALE = 16;

    private static final Wishes NO_WISHES = new Wishes(0, null, 0, false);

    private final int index;
    private final TrackRequest source;
    private final int spacecraft;
    private final PlanMission mission;
    private final int setupS;
    private final int teardownS;
    private final int minS;
    private final int preferredS;
    private final int minTrackS;
    private final int maxTracks;
    private final double weightPerSecond;
    private final long bonus;
    private final long criticalWeight;
    private final List<PlanOpportunity> opportunities;
    private final List<OpportunityGroup> opportunityGroups;
    /** Ids of the requests that it is to be tracked together with. */
    private final Set<String> together;

    private final int pinnedTracks;
    private final long pinnedS;
    private final @Nullable ChangeCost changes;
    private Wishes wishes = NO_WISHES;
    private @Nullable PlanRequest previous;
    private @Nullable PlanRequest follower;
    private boolean tied;

    /**
     * @param index position among the plan's requests
     * @param spacecraft index of its spacecraft
     * @param bonusHours B of the objective
     * @param opportunities where it can be tracked
     * @param pins its pinned tracks
     * @param changes what departing from its published tracks costs; null where nothing is published
     */
    PlanRequest(
            int index,
            TrackRequest source,
            int spacecraft,
            PlanMission mission,
            double bonusHours,
            List<PlanOpportunity> opportunities,
            List<Track> pins,
            @Nullable ChangeCost changes) {
        this.index = index;
        this.source = source;
        this.spacecraft = spacecraft;
        this.mission = mission;
        setupS = PlanUnits.secondsUp(source.setup());
        teardownS = PlanUnits.secondsUp(source.teardown());
        minS = PlanUnits.secondsUp(source.minDuration());
        preferredS = PlanUnits.secondsDown(source.preferredDuration());
        minTrackS = Math.max(1, PlanUnits.secondsUp(source.minTrackDuration()));
        pinnedTracks = pins.size();
        pinnedS = pins.stream().mapToLong(pin -> pin.duration().getSeconds()).sum();
        this.changes = changes;
        boolean schedulable = !opportunities.isEmpty() && preferredS >= minS && preferredS >= minTrackS;
        long useful = Math.min(source.maxTracks() - pinnedTracks, (preferredS - pinnedS) / minTrackS);
        maxTracks = schedulable ? (int) Math.max(0, useful) : 0;
        weightPerSecond = source.priority() * PlanUnits.MICRO_PER_HOUR / 3600;
        bonus = PlanUnits.micro(source.priority() * bonusHours);
        criticalWeight = source.critical() ? PlanUnits.micro(source.priority()) : 0;
        this.opportunities = List.copyOf(opportunities);
        opportunityGroups = OpportunityGroup.of(opportunities);
        together = source.ties().stream()
                .filter(tie -> tie.type() == Tie.Type.OVERLAP || tie.type() == Tie.Type.SIMULTANEOUS)
                .map(Tie::request)
                .collect(Collectors.toUnmodifiableSet());
    }

    int index() {
        return index;
    }

    String id() {
        return source.id();
    }

    TrackRequest source() {
        return source;
    }

    PlanMission mission() {
        return mission;
    }

    int setupS() {
        return setupS;
    }

    int teardownS() {
        return teardownS;
    }

    int minS() {
        return minS;
    }

    int preferredS() {
        return preferredS;
    }

    int minTrackS() {
        return minTrackS;
    }

    /** Most tracks that can be of use beside those pinned: no more than fit into the preferred duration; 0 for none. */
    int maxTracks() {
        return maxTracks;
    }

    /** Whether it may share a beam. */
    boolean mspa() {
        return source.mspa();
    }

    /** Whether it transmits. */
    boolean uplink() {
        return source.uplink();
    }

    boolean critical() {
        return source.critical();
    }

    List<PlanOpportunity> opportunities() {
        return opportunities;
    }

    /** The same by their antennas. */
    List<OpportunityGroup> opportunityGroups() {
        return opportunityGroups;
    }

    /** Whether any track can serve it, beside those pinned. */
    boolean schedulable() {
        return maxTracks > 0;
    }

    int pinnedTracks() {
        return pinnedTracks;
    }

    /** By how much its tracked time breaks its limits, seconds; what pins have beyond what it prefers breaks nothing. */
    long outsideLimitsS(long trackedS) {
        return Math.max(0, minS - trackedS) + Math.max(0, trackedS - Math.max(preferredS, pinnedS));
    }

    /** What departing from its published tracks costs, or null where nothing is published. */
    @Nullable
    ChangeCost changes() {
        return changes;
    }

    /** What it costs that it has these tracks, micro-units. */
    long changeCost(List<PlanTie.Placed> tracks) {
        return changes == null ? 0 : changes.cost(tracks);
    }

    /**
     * @param what it prefers among tracks of the same value
     * @param itsPrevious the member of its series before it, or null
     */
    void wish(Wishes what, @Nullable PlanRequest itsPrevious) {
        wishes = what;
        previous = itsPrevious;
        if (itsPrevious != null) {
            itsPrevious.follower = this;
        }
    }

    Wishes wishes() {
        return wishes;
    }

    /** The member of its series before it, or null. */
    @Nullable
    PlanRequest previous() {
        return previous;
    }

    /** The member of its series after it, or null. */
    @Nullable
    PlanRequest follower() {
        return follower;
    }

    /** Whether it may have more tracks than one. */
    boolean mayHaveSeveral() {
        return maxTracks + pinnedTracks > 1;
    }

    /** How many of its own hours a worth is, which is given in priority-weighted hours. */
    double hoursWorth(double weightedHours) {
        return weightedHours / source.priority();
    }

    /** What a second of it is worth, micro-units. */
    double weightPerSecond() {
        return weightPerSecond;
    }

    /** What its hours are worth, micro-units. */
    long hours(long trackedS) {
        return Math.round(weightPerSecond * Math.min(trackedS, preferredS));
    }

    /** What reaching its minimum is worth, micro-units. */
    long bonus(long trackedS) {
        return satisfied(trackedS) ? bonus : 0;
    }

    /** What it adds to the critical level, micro-units of priority. */
    long criticalWeight(long trackedS) {
        return satisfied(trackedS) ? criticalWeight : 0;
    }

    /** How much a missing second of it counts when requests are drawn to be served. */
    double drawWeight() {
        return source.priority() * (source.critical() ? 10 * DRAW_SCALE : DRAW_SCALE);
    }

    boolean satisfied(long trackedS) {
        return trackedS >= minS && trackedS > 0;
    }

    /** Whether it names or is named in a tie. */
    boolean tied() {
        return tied;
    }

    void markTied() {
        tied = true;
    }

    /** Its time that counts for its mission. */
    long countedS(long trackedS) {
        return Math.min(trackedS, preferredS);
    }

    /** Whether tracks of the two must not overlap: when either asks so and they are not tied to be tracked together. */
    boolean excludes(PlanRequest other) {
        return (asksToExclude(other) || other.asksToExclude(this)) && !(tied && isTogether(other));
    }

    private boolean isTogether(PlanRequest other) {
        return together.contains(other.id()) || other.together.contains(id());
    }

    private boolean asksToExclude(PlanRequest other) {
        Exclusive exclusive = source.exclusive();
        return switch (exclusive) {
            case SPACECRAFT -> spacecraft == other.spacecraft;
            case MISSION -> mission == other.mission;
            case NONE -> false;
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
