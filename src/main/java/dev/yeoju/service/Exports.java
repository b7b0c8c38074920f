package dev.yeoju.service;

import dev.yeoju.exchange.CcsdsScheduleWriter;
import dev.yeoju.exchange.SatNet;
import dev.yeoju.exchange.ScheduleCalendar;
import dev.yeoju.exchange.ScheduleCsv;
import dev.yeoju.exchange.ScheduleIssue;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Schedule;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.StoredSchedule;
import java.time.Instant;
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
    private final RevisionStore revisions;

    Exports(VisibleSchedules visible, Workspaces workspaces, RevisionStore revisions) {
        this.visible = visible;
        this.workspaces = workspaces;
        this.revisions = revisions;
    }

    /**
     * @param revision null for the present one
     * @throws dev.yeoju.model.InvalidInputException when the format cannot hold the schedule
     * @throws ServiceException NOT_FOUND; CONFLICT while there is no schedule
     */
    public File export(Caller caller, String id, Format format, @Nullable Integer revision) {
        StoredSchedule stored = visible.find(caller, id);
        Workspaces.Workspace workspace = workspaces.of(stored);
        int number = revision == null ? stored.head() : revision;
        Schedule schedule = workspaces.revision(id, number);
        String content = switch (format) {
            case JSON -> ScheduleJson.write(schedule);
            case CCSDS -> CcsdsScheduleWriter.write(issue(stored, workspace, number, schedule));
            case ICS -> ScheduleCalendar.write(issue(stored, workspace, number, schedule), null);
            case CSV -> ScheduleCsv.write(issue(stored, workspace, number, schedule));
            case SATNET -> SatNet.write(workspace.instance().problem(), schedule);
        };
        String name = ProblemLibrary.slug(stored.problem()) + "-r" + number + "." + format.extension;
        return new File(name, format.mediaType(), content);
    }

    /** What is issued is dated by its revision, so that the same revision gives the same file. */
    private ScheduleIssue issue(StoredSchedule stored, Workspaces.Workspace workspace, int number, Schedule schedule) {
        Instant issuedAt = revisions.find(stored.id(), number).orElseThrow().createdAt();
        return new ScheduleIssue(
                workspace.instance(),
                schedule.tracks(),
                ScheduleIssue.ORIGINATOR,
                issuedAt,
                number,
                Objects.equals(stored.published(), number));
    }
}
