package dev.yeoju.planning;

import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns pinned tracks into the plan's pins, and finds the rules that each breaks by itself. */
final class PinBuilder {
    private final long epochS;
    private final Map<String, PlanRequest> requests;
    private final OpportunityBuilder opportunities;

    /**
     * @param epochS the plan's epoch, Unix time
     * @param requests of the plan, by id
     */
    PinBuilder(long epochS, Map<String, PlanRequest> requests, OpportunityBuilder opportunities) {
        this.epochS = epochS;
        this.requests = requests;
        this.opportunities = opportunities;
    }

    /** @param firstAssignment index of the first pin's assignment */
    List<PlanPin> build(List<Track> tracks, int firstAssignment) {
        List<PlanPin> pins = new ArrayList<>(tracks.size());
        for (Track track : tracks) {
            PlanRequest request = PlanBuilder.known(requests, track.request());
            // Numbered apart from those that the search may use.
            PlanOpportunity where = opportunities.opportunity(
                    -1 - pins.size(), request.source(), new ArrayOption(track.antennas()), track.tracking());
            pins.add(new PlanPin(
                    firstAssignment + pins.size(),
                    request,
                    track,
                    where,
                    second(track.boa()),
                    second(track.eoa()),
                    faults(track, request, where)));
        }
        return List.copyOf(pins);
    }

    private static List<String> faults(Track track, PlanRequest request, PlanOpportunity where) {
        TrackRequest asked = request.source();
        List<String> faults = new ArrayList<>();
        if (request.opportunities().stream().noneMatch(opportunity -> lies(where, opportunity))) {
            faults.add("It lies in no time in which its antennas may serve its request.");
        }
        if (!track.spacecraft().equals(asked.spacecraft())) {
            faults.add("It tracks another spacecraft than its request is for.");
        }
        if (!Duration.between(track.boa(), track.bot()).equals(asked.setup())) {
            faults.add("Its setup is not as long as its request asks.");
        }
        if (!Duration.between(track.eot(), track.eoa()).equals(asked.teardown())) {
            faults.add("Its teardown is not as long as its request asks.");
        }
        if (request.pinnedTracks() > asked.maxTracks()) {
            faults.add("Its request has more pinned tracks than it may have tracks.");
        }
        return faults;
    }

    private static boolean lies(PlanOpportunity pin, PlanOpportunity opportunity) {
        return opportunity.antennas().isSameAs(pin.antennas())
                && opportunity.startS() <= pin.startS()
                && opportunity.endS() >= pin.endS();
    }

    private int second(Instant instant) {
        return Math.toIntExact(PlanUnits.secondsDown(instant) - epochS);
    }
}
