package dev.yeoju.service;

import dev.yeoju.exchange.CcsdsScheduleWriter;
import dev.yeoju.exchange.SatNet;
import dev.yeoju.exchange.ScheduleCalendar;
import dev.yeoju.exchange.ScheduleCsv;
import dev.yeoju.exchange.ScheduleIssue;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.StoredRevision;
import dev.yeoju.store.StoredSchedule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives schedules out as files. */
@Service
public class Exports {
    /** The formats that there are. */
    public enum Format {
        /** The schedule format of the problem files. */
        JSON("application/json", "json"),
        /** CCSDS 902.1 Simple Schedule. */
        CCSDS("application/xml", "xml"),
        /** iCalendar. */
        ICS("text/calendar", "ics"),
        /** A track a line. */
        CSV("text/csv", "csv"),
        /** The solution format of SatNet. */
        SATNET("application/json", "satnet.json");

        private final String mediaType;
        private final String extension;

        Format(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** A file to be saved. */
    public record File(String name, String mediaType, String content) {}

    private final VisibleSchedules visible;
    private final Workspaces workspaces;
    private final PreparedProblems prepared;
    private final RevisionStore revisions;

    Exports(VisibleSchedules visible, Workspaces workspaces, PreparedProblems prepared, RevisionStore revisions) {
        this.visible = visible;
        this.workspaces = workspaces;
        this.prepared = prepared;
        this.revisions = revisions;
    }

    /**
     * @param revision null for the present one
     * @throws dev.yeoju.model.InvalidInputException when the format cannot hold the schedule
     * @throws ServiceException NOT_FOUND; CONFLICT while there is no schedule
     */
    public File export(Caller caller, String id, Format format, @Nullable Integer revision) {
        StoredSchedule stored = visible.find(caller, id);
        int number = revision == null ? workspaces.requireHead(stored) : revision;
        Schedule schedule = workspaces.revision(id, number);
        StoredRevision of = revisions.find(id, number).orElseThrow();
        ProblemInstance instance = prepared.of(id, of.variant()).instance();
        String content = switch (format) {
            case JSON -> ScheduleJson.write(schedule);
            case CCSDS -> CcsdsScheduleWriter.write(issue(stored, instance, of, schedule));
            case ICS -> ScheduleCalendar.write(issue(stored, instance, of, schedule), null);
            case CSV -> ScheduleCsv.write(issue(stored, instance, of, schedule));
            case SATNET -> SatNet.write(instance.problem(), schedule);
        };
        String name = ProblemLibrary.slug(stored.problem()) + "-r" + number + "." + format.extension;
        return new File(name, format.mediaType(), content);
    }

    /** What is issued is dated by its revision, so that the same revision gives the same file. */
    private static ScheduleIssue issue(
            StoredSchedule stored, ProblemInstance instance, StoredRevision revision, Schedule schedule) {
        return new ScheduleIssue(
                instance,
                schedule.tracks(),
                ScheduleIssue.ORIGINATOR,
                revision.createdAt(),
                revision.revision(),
                Objects.equals(stored.published(), revision.revision()));
    }
}
