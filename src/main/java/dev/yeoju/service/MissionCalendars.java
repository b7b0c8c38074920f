package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ScheduleCalendar;
import dev.yeoju.exchange.ScheduleIssue;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.StoredRevision;
import dev.yeoju.store.StoredSchedule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What is published of a mission's passes, as a calendar to subscribe to. */
@Service
public class MissionCalendars {
    /** Published schedules that a calendar holds at the most; those published first leave it. */
    private static final int MOST = 50;

    private final ScheduleStore schedules;
    private final RevisionStore revisions;
    private final ProblemTextStore problems;
    private final Workspaces workspaces;

    MissionCalendars(
            ScheduleStore schedules, RevisionStore revisions, ProblemTextStore problems, Workspaces workspaces) {
        this.schedules = schedules;
        this.revisions = revisions;
        this.problems = problems;
        this.workspaces = workspaces;
    }

    /**
     * The mission's passes in all schedules that are published, iCalendar. Of several schedules of problems of one name the
     * one published last counts. Who is bound to the mission sees its passes, also where others' are in the same schedule.
     *
     * @throws ServiceException NOT_FOUND where no schedule is about it, also where the caller may not see it
     */
    public String calendar(Caller caller, String mission) {
        if (!schedules.isAbout(mission) || !caller.sees(List.of(mission))) {
            throw new ServiceException(
                    ServiceException.Kind.NOT_FOUND,
                    "There is no mission (" + mission + ") in any schedule. Maybe its name as the problem writes it.");
        }
        List<ScheduleIssue> issues = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (StoredSchedule schedule : schedules.published(mission)) {
            if (issues.size() < MOST && names.add(schedule.problem())) {
                issues.add(issue(schedule));
            }
        }
        return ScheduleCalendar.feed(issues, mission);
    }

    private ScheduleIssue issue(StoredSchedule schedule) {
        Integer published = schedule.published();
        int number = published == null ? schedule.head() : published;
        StoredRevision revision = revisions.find(schedule.id(), number).orElseThrow();
        return new ScheduleIssue(
                unseen(schedule.id(), revision.variant()),
                workspaces.revision(schedule.id(), number).tracks(),
                ScheduleIssue.ORIGINATOR,
                revision.createdAt(),
                number,
                true);
    }

    /** No calendar needs view periods, and they take long. */
    private ProblemInstance unseen(String scheduleId, int variant) {
        String body = problems.find(scheduleId, variant).orElseThrow().body();
        Problem problem = ProblemReader.read(body.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        return Instances.unseen(problem);
    }
}
