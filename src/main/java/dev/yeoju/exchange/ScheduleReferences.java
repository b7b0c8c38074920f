package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a schedule speaks of what its problem has; formats that lean on both look here first. */
final class ScheduleReferences {
    private final Faults faults = new Faults();
    private final Set<String> antennas;
    private final Set<String> spacecraft;
    private final KnownRequests requests;

    private ScheduleReferences(Problem problem) {
        antennas = problem.antennas().stream().map(Antenna::id).collect(Collectors.toSet());
        spacecraft = problem.spacecraft().stream().map(Spacecraft::id).collect(Collectors.toSet());
        requests = new KnownRequests(
                problem.requests().stream().map(TrackRequest::id).collect(Collectors.toSet()),
                problem.requests().stream()
                        .map(request -> new Parsed<>(Value.at("", new Json.Null(), "request", faults), request))
                        .toList());
    }

    /** @throws InvalidInputException with every track that names a request, spacecraft or antenna the problem has not */
    static void check(Problem problem, Schedule schedule) {
        ScheduleReferences references = new ScheduleReferences(problem);
        List<Track> tracks = schedule.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            references.check("/tracks/" + i, tracks.get(i));
        }
        references.faults.throwIfAny(InvalidInputException.Kind.INVALID);
    }

    private void check(String place, Track track) {
        requests.check(text(place + "/request", "request", track.request()), track.request(), false);
        CommonReader.reference(text(place + "/spacecraft", "spacecraft", track.spacecraft()), spacecraft, "spacecraft");
        for (int i = 0; i < track.antennas().size(); i++) {
            String pointer = place + "/antennas/" + i;
            CommonReader.reference(text(pointer, "antennas", track.antennas().get(i)), antennas, "antenna");
        }
    }

    private Value text(String pointer, String name, String text) {
        return Value.at(pointer, new Json.Str(text), name, faults);
    }
}
