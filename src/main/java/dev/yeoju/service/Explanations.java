package dev.yeoju.service;

import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.exchange.ExplanationJson;
import dev.yeoju.model.PassEdit;
import dev.yeoju.model.Place;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.RequestExplanation;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Why requests of the present revision are served as they are, and where they could be put. */
@Service
public class Explanations {
    /**
     * A place for a request, tried out.
     *
     * @param antennas of its first track
     * @param bot of its first track
     * @param eot of its last one
     * @param tracks all of them, several where the request is split
     * @param valueDelta of the whole schedule, priority-weighted hours
     * @param criticalDelta critical requests satisfied, against now
     * @param displaces ids of other requests' passes that are moved, cut or taken out for it
     * @param violations all that the schedule has with it; none that it does not have now
     * @param edits that lead to it, to be done as one
     */
    public record RankedPlace(
            List<String> antennas,
            Instant bot,
            Instant eot,
            List<Track> tracks,
            double valueDelta,
            int criticalDelta,
            List<String> displaces,
            List<Violation> violations,
            List<PassEdit> edits) {
        public RankedPlace {
            antennas = List.copyOf(antennas);
            tracks = List.copyOf(tracks);
            displaces = List.copyOf(displaces);
            violations = List.copyOf(violations);
            edits = List.copyOf(edits);
        }
    }

    private final VisibleSchedules visible;
    private final Workspaces workspaces;
    private final Engine engine;
    /** Trying out takes a core, and one is left for all others. */
    private final Turn turn =
            new Turn(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), "look for places too");

    Explanations(VisibleSchedules visible, Workspaces workspaces, Engine engine) {
        this.visible = visible;
        this.workspaces = workspaces;
        this.engine = engine;
    }

    /**
     * An explanation, JSON.
     *
     * @param request id after expansion
     * @throws ServiceException NOT_FOUND; CONFLICT while there is no schedule; BUSY
     */
    public String explanation(Caller caller, String id, String request) {
        Workspaces.Workspace workspace = workspaces.of(visible.find(caller, id));
        requireRequest(workspace, request);
        List<RequestExplanation> explained =
                turn.take(() -> engine.explain(workspace.pinned(), workspace.schedule(), List.of(request)));
        return ExplanationJson.explanation(explained.get(0)).toString();
    }

    /**
     * Places for a request, the best first.
     *
     * @param request id after expansion
     * @param most how many at the most
     * @throws ServiceException NOT_FOUND; CONFLICT while there is no schedule; BUSY
     */
    public List<RankedPlace> places(Caller caller, String id, String request, int most) {
        Workspaces.Workspace workspace = workspaces.of(visible.find(caller, id));
        requireRequest(workspace, request);
        ProblemInstance instance = workspace.pinned();
        List<Track> tracks = workspace.schedule().tracks();
        return turn.take(() -> engine.places(instance, tracks, request, most).stream()
                .map(place -> ranked(instance, tracks, place))
                .toList());
    }

    private static void requireRequest(Workspaces.Workspace workspace, String request) {
        if (!workspace.instance().requestsById().containsKey(request)) {
            throw new ServiceException(
                    ServiceException.Kind.NOT_FOUND,
                    "There is no request (" + request + ") in this schedule's problem after expansion. Maybe a member"
                            + " of its series, \"" + request + "/1\", its slash as %2F.");
        }
    }

    private static RankedPlace ranked(ProblemInstance instance, List<Track> before, Place place) {
        List<Track> own =
                place.tracks().stream().sorted(Comparator.comparing(Track::bot)).toList();
        return new RankedPlace(
                own.get(0).antennas(),
                own.get(0).bot(),
                own.get(own.size() - 1).eot(),
                own,
                place.valueChange(),
                place.criticalChange(),
                place.displaced(),
                ScheduleChecker.evaluate(instance, place.schedule()).violations(),
                edits(before, place.schedule()));
    }

    /** What leads from one schedule to another: what goes, then what changes, then what is new. */
    private static List<PassEdit> edits(List<Track> before, List<Track> after) {
        Map<String, Track> left = new HashMap<>();
        after.forEach(track -> left.put(track.id(), track));
        List<PassEdit> gone = new ArrayList<>();
        List<PassEdit> changed = new ArrayList<>();
        for (Track track : before) {
            Track now = left.remove(track.id());
            if (now == null || !now.request().equals(track.request())) {
                gone.add(new PassEdit.Remove(track.id()));
                if (now != null) {
                    left.put(now.id(), now);
                }
            } else if (!now.equals(track)) {
                changed.add(new PassEdit.Change(track.id(), now.antennas(), now.bot(), now.eot(), null));
            }
        }
        List<PassEdit> edits = new ArrayList<>(gone);
        edits.addAll(changed);
        left.values().stream()
                .sorted(Comparator.comparing(Track::bot).thenComparing(Track::id))
                .forEach(track -> edits.add(
                        new PassEdit.Add(track.request(), track.antennas(), track.bot(), track.eot(), track.pinned())));
        return edits;
    }
}
