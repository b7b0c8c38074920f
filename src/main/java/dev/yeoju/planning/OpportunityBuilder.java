package dev.yeoju.planning;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.AntennaComplex;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Directions;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns opportunities into those of the plan, with what their antennas and complexes ask of a track. */
final class OpportunityBuilder {
    private final long epochS;
    private final List<Antenna> antennas;
    private final Map<String, Integer> antennaIndex = new HashMap<>();
    private final List<Mount> mounts = new ArrayList<>();
    private final List<ComplexLimit> limits = new ArrayList<>();
    private final Directions directions;
    private final Map<String, Spacecraft> spacecraft;

    /** @param epochS the plan's epoch, Unix time */
    OpportunityBuilder(long epochS, ProblemInstance instance) {
        this.epochS = epochS;
        Problem problem = instance.problem();
        antennas = problem.antennas();
        for (Antenna antenna : antennas) {
            antennaIndex.put(antenna.id(), antennaIndex.size());
            mounts.add(new Mount(antenna.id(), antenna.slewRate(), antenna.mspa()));
        }
        for (AntennaComplex complex : problem.complexes()) {
            addLimit(complex.id(), false, complex.maxSimultaneousTracks());
            addLimit(complex.id(), true, complex.maxSimultaneousUplinks());
        }
        directions = new Directions(instance);
        spacecraft = instance.spacecraftById();
    }

    private void addLimit(String complex, boolean uplinks, @Nullable Integer most) {
        if (most != null) {
            limits.add(new ComplexLimit(limits.size(), complex, uplinks, most));
        }
    }

    /** By antenna index. */
    List<Mount> mounts() {
        return mounts;
    }

    List<ComplexLimit> limits() {
        return limits;
    }

    /** Indices of the antennas by id. */
    Map<String, Integer> antennaIndex() {
        return antennaIndex;
    }

    List<PlanOpportunity> build(TrackRequest request, List<Opportunity> found) {
        List<PlanOpportunity> opportunities = new ArrayList<>(found.size());
        for (Opportunity opportunity : found) {
            opportunities.add(opportunity(opportunities.size(), request, opportunity.option(), opportunity.usable()));
        }
        return opportunities;
    }

    /** @param usable bounds of the track, whole seconds */
    PlanOpportunity opportunity(int index, TrackRequest request, ArrayOption option, Interval usable) {
        int[] members = option.antennas().stream()
                .mapToInt(id -> PlanBuilder.known(antennaIndex, id))
                .toArray();
        List<Integer> counted = limits.isEmpty() ? List.of() : counted(request, members);
        boolean mountsArePlain = true;
        for (int member : members) {
            mountsArePlain &= mounts.get(member).isPlain();
        }
        return new PlanOpportunity(
                index,
                option,
                new AntennaSet(members),
                Math.toIntExact(PlanUnits.secondsDown(usable.start()) - epochS),
                Math.toIntExact(PlanUnits.secondsDown(usable.end()) - epochS),
                mountsArePlain ? Aims.UNKNOWN : aims(request, option, usable),
                quality(request, option, usable),
                counted,
                mountsArePlain && counted.isEmpty());
    }

    private List<Integer> counted(TrackRequest request, int[] members) {
        List<Integer> counted = new ArrayList<>();
        for (ComplexLimit limit : limits) {
            boolean here = false;
            for (int member : members) {
                here |= antennas.get(member).complex().equals(limit.complex());
            }
            if (here && (request.uplink() || !limit.uplinks())) {
                counted.add(limit.index());
            }
        }
        return counted;
    }

    private @Nullable ViewQuality quality(TrackRequest request, ArrayOption option, Interval usable) {
        List<ViewPeriod> periods = option.antennas().stream()
                .map(antenna -> directions.viewPeriod(request, antenna, usable))
                .filter(Objects::nonNull)
                .toList();
        return ViewQuality.of(
                epochS,
                request,
                PlanBuilder.known(spacecraft, request.spacecraft()),
                periods,
                option.antennas().size());
    }

    private Aims aims(TrackRequest request, ArrayOption option, Interval usable) {
        @Nullable PointingTrack[] tracks = new PointingTrack[option.antennas().size()];
        for (int k = 0; k < tracks.length; k++) {
            tracks[k] = directions.pointing(request, option.antennas().get(k), usable);
        }
        return new Aims(epochS, tracks);
    }
}
