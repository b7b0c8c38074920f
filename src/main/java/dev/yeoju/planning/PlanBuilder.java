package dev.yeoju.planning;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Opportunities;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Recurrence;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Turns a problem instance into a plan for the engine: linear in the number of opportunities. The inverse is {@link
 * ScheduleExtractor}.
 */
public final class PlanBuilder {
    private final ProblemInstance instance;
    private final long epochS;
    private final OpportunityBuilder opportunityBuilder;
    private final Map<String, Integer> spacecraftIndex = new HashMap<>();
    private final Map<String, Spacecraft> spacecraft;

    /** What a mission asks for in all. */
    private record Load(double hours, double weightedHours) {
        Load plus(Load other) {
            return new Load(hours + other.hours, weightedHours + other.weightedHours);
        }
    }

    private PlanBuilder(ProblemInstance instance) {
        this.instance = instance;
        epochS = PlanUnits.secondsDown(instance.problem().horizon().start());
        opportunityBuilder = new OpportunityBuilder(epochS, instance);
        spacecraft = instance.spacecraftById();
        for (Spacecraft each : instance.problem().spacecraft()) {
            spacecraftIndex.put(each.id(), spacecraftIndex.size());
        }
    }

    /** The plan of an instance with its pins alone. */
    public static PassPlan build(ProblemInstance instance) {
        return plan(model(instance));
    }

    static PlanModel model(ProblemInstance instance) {
        return new PlanBuilder(instance).model();
    }

    /** A plan of the model with its pins alone; plans of one model can be searched side by side. */
    static PassPlan plan(PlanModel model) {
        List<PassAssignment> assignments = new ArrayList<>();
        for (PlanRequest request : model.requests()) {
            for (int k = 0; k < request.maxTracks(); k++) {
                int index = assignments.size();
                assignments.add(new PassAssignment(index, request, new SlotRange(model, index, request)));
            }
        }
        for (PlanPin pin : model.pins()) {
            assignments.add(PassAssignment.pinned(pin.assignment(), pin.request(), Slot.of(model, pin)));
        }
        return new PassPlan(model, downtimes(model), assignments);
    }

    private PlanModel model() {
        List<PlanMission> missions = missions();
        Map<String, PlanMission> missionById = new HashMap<>();
        missions.forEach(mission -> missionById.put(mission.id(), mission));
        Map<String, List<Opportunity>> opportunities = Opportunities.of(instance);
        double bonusHours = instance.problem().objective().satisfiedBonusHours();
        Map<String, List<Track>> pinsOf = byRequest(instance.problem().pins());
        Map<String, List<Track>> publishedOf = byRequest(instance.problem().published());
        List<PlanRequest> requests = new ArrayList<>();
        for (TrackRequest request : instance.requests()) {
            requests.add(new PlanRequest(
                    requests.size(),
                    request,
                    known(spacecraftIndex, request.spacecraft()),
                    known(missionById, mission(request)),
                    bonusHours,
                    opportunityBuilder.build(request, opportunities.getOrDefault(request.id(), List.of())),
                    pinsOf.getOrDefault(request.id(), List.of()),
                    publishedOf.isEmpty() ? null : changes(publishedOf.getOrDefault(request.id(), List.of()))));
        }
        List<PlanPin> pins = pins(requests);
        wish(requests, pins);
        int fromS = 0;
        int untilS = 1;
        int longestS = 1;
        for (PlanRequest request : requests) {
            for (PlanOpportunity opportunity : request.opportunities()) {
                fromS = Math.min(fromS, opportunity.startS() - request.setupS());
                untilS = Math.max(untilS, opportunity.endS() + request.teardownS());
                longestS = Math.max(longestS, request.setupS() + request.preferredS() + request.teardownS());
            }
        }
        for (PlanPin pin : pins) {
            fromS = Math.min(fromS, pin.boaS());
            untilS = Math.max(untilS, pin.eoaS());
            longestS = Math.max(longestS, pin.eoaS() - pin.boaS());
        }
        for (Mount mount : opportunityBuilder.mounts()) {
            longestS = Math.max(longestS, mount.longestSlewS());
        }
        List<String> antennas =
                instance.problem().antennas().stream().map(Antenna::id).toList();
        return new PlanModel(
                epochS,
                antennas,
                down(fromS, untilS),
                opportunityBuilder.mounts(),
                opportunityBuilder.limits(),
                new BeamTimes(epochS),
                missions,
                requests,
                new PlanTies(requests),
                pins,
                lost(publishedOf),
                new CellGrid(fromS, untilS, longestS, antennas.size() + missions.size()));
    }

    private void wish(List<PlanRequest> requests, List<PlanPin> pins) {
        Map<String, Double> evenHours = new HashMap<>();
        for (TrackRequest request : instance.problem().requests()) {
            Recurrence recurrence = request.recurrence();
            if (recurrence != null) {
                evenHours.put(request.id(), PlanUnits.hours(recurrence.every().dividedBy(recurrence.count())));
            }
        }
        PlanRequest previous = null;
        for (PlanRequest request : requests) {
            TrackRequest asked = request.source();
            String series = asked.series();
            boolean follows = previous != null
                    && series != null
                    && series.equals(previous.source().series());
            Instant preferred = asked.preferredTime();
            request.wish(
                    new Wishes(
                            asked.priority(),
                            preferred == null ? null : preferred.getEpochSecond() - epochS + preferred.getNano() * 1e-9,
                            follows ? evenHours.getOrDefault(series, 0.0) : 0,
                            hasQuality(request, pins)),
                    follows ? previous : null);
            previous = request;
        }
    }

    private static boolean hasQuality(PlanRequest request, List<PlanPin> pins) {
        return request.opportunities().stream().anyMatch(each -> each.quality() != null)
                || pins.stream()
                        .anyMatch(pin -> pin.request() == request && pin.where().quality() != null);
    }

    private List<PlanPin> pins(List<PlanRequest> requests) {
        Map<String, PlanRequest> byId = new HashMap<>();
        int assignments = 0;
        for (PlanRequest request : requests) {
            byId.put(request.id(), request);
            assignments += request.maxTracks();
        }
        return new PinBuilder(epochS, byId, opportunityBuilder)
                .build(instance.problem().pins(), assignments);
    }

    private ChangeCost changes(List<Track> published) {
        List<PlanTie.Placed> placed = new ArrayList<>(published.size());
        for (Track track : published) {
            // An antenna that the problem no longer has is like no other.
            int[] antennas = track.antennas().stream()
                    .mapToInt(id -> opportunityBuilder.antennaIndex().getOrDefault(id, -1))
                    .toArray();
            placed.add(new PlanTie.Placed(
                    Math.toIntExact(PlanUnits.secondsDown(track.bot()) - epochS),
                    Math.toIntExact(PlanUnits.secondsDown(track.eot()) - epochS),
                    new AntennaSet(antennas)));
        }
        return new ChangeCost(
                instance.problem().objective().change(),
                epochS,
                instance.problem().horizon(),
                placed);
    }

    private PlanModel.LostTracks lost(Map<String, List<Track>> publishedOf) {
        Map<String, List<Track>> gone = new HashMap<>(publishedOf);
        instance.requests().forEach(request -> gone.remove(request.id()));
        return new PlanModel.LostTracks(
                gone.values().stream().mapToInt(List::size).sum(),
                gone.values().stream()
                        .mapToLong(tracks -> changes(tracks).cost(List.of()))
                        .sum());
    }

    private static Map<String, List<Track>> byRequest(List<Track> tracks) {
        return tracks.stream().collect(Collectors.groupingBy(Track::request));
    }

    private List<PlanMission> missions() {
        Map<String, Load> loads = new LinkedHashMap<>();
        for (TrackRequest request : instance.requests()) {
            double hours = PlanUnits.hours(request.preferredDuration());
            loads.merge(mission(request), new Load(hours, hours * request.priority()), Load::plus);
        }
        double totalHours = loads.values().stream().mapToDouble(Load::hours).sum();
        Objective objective = instance.problem().objective();
        List<PlanMission> missions = new ArrayList<>();
        loads.forEach((mission, load) -> missions.add(new PlanMission(
                missions.size(),
                mission,
                load.hours(),
                PlanMission.fairnessHours(
                        objective, load.hours(), totalHours / loads.size(), load.weightedHours() / load.hours()),
                objective.worstMissionWeight() * totalHours)));
        return missions;
    }

    private String mission(TrackRequest request) {
        return known(spacecraft, request.spacecraft()).mission();
    }

    static <T> T known(Map<String, T> byId, String id) {
        T found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    "The instance refers to (" + id + ") but does not have it. Maybe it was not validated.");
        }
        return found;
    }

    private List<List<PlanModel.Span>> down(int fromS, int untilS) {
        Interval all = new Interval(Instant.ofEpochSecond(epochS + fromS), Instant.ofEpochSecond(epochS + untilS));
        List<List<PlanModel.Span>> down = new ArrayList<>();
        for (Antenna antenna : instance.problem().antennas()) {
            List<PlanModel.Span> spans = new ArrayList<>();
            for (Interval interval : antenna.downWithin(all)) {
                long startS = PlanUnits.secondsDown(interval.start()) - epochS;
                long endS = PlanUnits.secondsUp(interval.end()) - epochS;
                spans.add(new PlanModel.Span((int) Math.max(startS, fromS), (int) Math.min(endS, untilS)));
            }
            down.add(List.copyOf(spans));
        }
        return down;
    }

    private static List<Downtime> downtimes(PlanModel model) {
        List<Downtime> downtimes = new ArrayList<>();
        for (int antenna = 0; antenna < model.antennaCount(); antenna++) {
            String id = model.antennas().get(antenna);
            for (PlanModel.Span span : model.down().get(antenna)) {
                int firstCell = model.cells().cell(antenna, span.startS());
                int lastCell = model.cells().cell(antenna, span.endS() - 1);
                for (int cell = firstCell; cell <= lastCell; cell++) {
                    downtimes.add(new Downtime(cell, firstCell, id, span.startS(), span.endS()));
                }
            }
        }
        return downtimes;
    }
}
