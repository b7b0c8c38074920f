package dev.yeoju.exchange;

import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A schedule as it goes out to others: who issues it, when, in which revision and how firmly.
 *
 * @param instance what the schedule answers
 * @param tracks in the order in which they are written
 * @param originator the organisation that issues it
 * @param issuedAt written as time of generation, so that it alone decides whether two files are equal
 * @param revision grows with every change of the schedule, from 0
 * @param published whether users may rely on it
 */
public record ScheduleIssue(
        ProblemInstance instance,
        List<Track> tracks,
        String originator,
        Instant issuedAt,
        int revision,
        boolean published) {
    /** Who issues it unless somebody else is named. */
    public static final String ORIGINATOR = "YEOJU";

    public ScheduleIssue {
        tracks = List.copyOf(tracks);
    }

    /**
     * The schedule's tracks, not published, in revision 0.
     *
     * @throws dev.yeoju.model.InvalidInputException when the schedule is not of this problem, with every fault
     */
    public static ScheduleIssue draft(ProblemInstance instance, Schedule schedule, Instant issuedAt) {
        ScheduleReferences.check(instance.problem(), schedule);
        return new ScheduleIssue(instance, schedule.tracks(), ORIGINATOR, issuedAt, 0, false);
    }

    /** Requests and missions by what tracks name; a track of an unknown request cannot be issued. */
    static final class Names {
        private final Map<String, TrackRequest> requests;
        private final Map<String, Spacecraft> spacecraft;

        Names(ProblemInstance instance) {
            requests = instance.requestsById();
            spacecraft = instance.spacecraftById();
        }

        TrackRequest request(Track track) {
            return Objects.requireNonNull(
                    requests.get(track.request()),
                    () -> "The track " + track.id() + " serves a request (" + track.request()
                            + ") that the problem does not have. Maybe the schedule belongs to another problem.");
        }

        String mission(Track track) {
            Spacecraft craft = spacecraft.get(track.spacecraft());
            return craft == null ? track.spacecraft() : craft.mission();
        }
    }
}
