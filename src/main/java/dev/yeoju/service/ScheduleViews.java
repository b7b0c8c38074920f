package dev.yeoju.service;

import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.ProblemTexts;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.SchedulePage;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.SolveStore;
import dev.yeoju.store.StoredSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows schedules as they are now. */
@Service
public class ScheduleViews {
    private static final int PAGE_SIZE = 50;

    /**
     * A whole schedule.
     *
     * @param problem resolved, JSON
     * @param requests after expansion, JSON
     * @param viewPeriods JSON; an empty array until they are computed
     * @param schedule the best so far, JSON, or null while there is none
     * @param version changes whenever any of this does
     */
    public record View(
            StatusView status,
            String problem,
            String requests,
            String viewPeriods,
            @Nullable String schedule,
            String version) {}

    /** A line of a list. */
    public record Item(
            String id,
            String problem,
            String name,
            String owner,
            JobStatus status,
            Instant createdAt,
            @Nullable Double value,
            @Nullable Double bound,
            @Nullable Double gapPercent,
            int revision,
            @Nullable Integer publishedRevision) {}

    /** Some lines of a list, newest first. */
    public record Page(List<Item> items, @Nullable String nextCursor) {
        public Page {
            items = List.copyOf(items);
        }
    }

    private final VisibleSchedules visible;
    private final ScheduleStore schedules;
    private final ProblemTextStore problems;
    private final RevisionStore revisions;
    private final SolveStore solves;
    private final StatusViews statuses;
    private final EventLogs events;

    ScheduleViews(
            VisibleSchedules visible,
            ScheduleStore schedules,
            ProblemTextStore problems,
            RevisionStore revisions,
            SolveStore solves,
            StatusViews statuses,
            EventLogs events) {
        this.visible = visible;
        this.schedules = schedules;
        this.problems = problems;
        this.revisions = revisions;
        this.solves = solves;
        this.statuses = statuses;
        this.events = events;
    }

    /**
     * The version that it is in now, without the rest.
     *
     * @throws ServiceException NOT_FOUND
     */
    public String version(Caller caller, String id) {
        return version(visible.find(caller, id));
    }

    /** @throws ServiceException NOT_FOUND */
    public View view(Caller caller, String id) {
        StoredSchedule stored = visible.find(caller, id);
        ProblemTexts texts = problems.find(id, stored.variant()).orElseThrow(() -> VisibleSchedules.notFound(id));
        return new View(
                statuses.of(stored, texts.warnings()),
                texts.resolved(),
                texts.requests(),
                texts.viewPeriods() == null ? "[]" : texts.viewPeriods(),
                present(stored).orElse(null),
                version(stored));
    }

    private Optional<String> present(StoredSchedule stored) {
        if (!JobStatus.valueOf(stored.status()).isTerminal()) {
            Optional<String> best = solves.checkpoint(stored.id()).map(SolveStore.Checkpoint::body);
            if (best.isPresent()) {
                return best;
            }
        }
        return stored.head() == 0 ? Optional.empty() : revisions.body(stored.id(), stored.head());
    }

    /** What a client shows to say which state it has seen: the revision, then what rises with every change. */
    static String version(StoredSchedule stored) {
        return stored.head() + "-" + stored.version();
    }

    /** @throws ServiceException NOT_FOUND */
    public StatusView status(Caller caller, String id) {
        return statuses.of(visible.find(caller, id));
    }

    /**
     * What followers of it are told.
     *
     * @throws ServiceException NOT_FOUND
     */
    public EventLog events(Caller caller, String id) {
        return events.of(visible.find(caller, id));
    }

    /**
     * A page of schedules, newest first.
     *
     * @throws ServiceException UNUSABLE when the cursor is none
     */
    public Page page(Caller caller, @Nullable JobStatus status, @Nullable String tag, @Nullable String cursor) {
        SchedulePage page = schedules
                .page(
                        status == null ? null : status.name(),
                        tag,
                        caller.isBound() ? caller.missions() : null,
                        cursor,
                        PAGE_SIZE)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Kind.UNUSABLE,
                        "The cursor (" + cursor
                                + ") is not one that a page gave out. Maybe leave it out for the first page."));
        return new Page(page.items().stream().map(ScheduleViews::item).toList(), page.nextCursor());
    }

    private static Item item(StoredSchedule stored) {
        Progress progress = StatusViews.progress(stored.progress());
        return new Item(
                stored.id(),
                stored.problem(),
                stored.problem(),
                stored.owner(),
                JobStatus.valueOf(stored.status()),
                stored.createdAt(),
                progress.value(),
                progress.bound(),
                progress.gapPercent(),
                stored.head(),
                stored.published());
    }

    /** Whether no schedule was ever made here. */
    public boolean isEmpty() {
        return schedules.isEmpty();
    }
}
