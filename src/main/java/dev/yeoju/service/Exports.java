package dev.yeoju.service;

import dev.yeoju.exchange.SatNet;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Schedule;
import dev.yeoju.store.StoredSchedule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives schedules out as files. */
@Service
public class Exports {
    /** The formats that there are. */
    public enum Format {
        /** The schedule format of the problem files. */
        JSON("application/json", "json"),
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

    Exports(VisibleSchedules visible, Workspaces workspaces) {
        this.visible = visible;
        this.workspaces = workspaces;
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
            case SATNET -> SatNet.write(workspace.instance().problem(), schedule);
        };
        String name = ProblemLibrary.slug(stored.problem()) + "-r" + number + "." + format.extension;
        return new File(name, format.mediaType(), content);
    }
}
