package dev.yeoju.service;

import dev.yeoju.model.Schedule;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.StoredProgress;
import dev.yeoju.store.StoredRevision;
import dev.yeoju.store.StoredSchedule;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the next revision of a schedule, unless somebody else did meanwhile. */
@Component
class Commits {
    private static final int REASON_LENGTH = 1000;

    /**
     * A revision to be.
     *
     * @param reason for its record
     * @param variant of the problem that it answers
     * @param proof the revision whose bound holds, or null
     * @param body the schedule, JSON
     */
    record Change(
            RevisionKind kind,
            String reason,
            int variant,
            @Nullable Integer proof,
            Schedule schedule,
            String body) {}

    private final ScheduleStore schedules;
    private final RevisionStore revisions;
    private final Workspaces workspaces;
    private final TransactionOperations transactions;
    private final AuditLog audit;
    private final StoreRoom room;
    private final InstantSource clock;

    Commits(
            ScheduleStore schedules,
            RevisionStore revisions,
            Workspaces workspaces,
            TransactionOperations transactions,
            AuditLog audit,
            StoreRoom room,
            InstantSource clock) {
        this.schedules = schedules;
        this.revisions = revisions;
        this.workspaces = workspaces;
        this.transactions = transactions;
        this.audit = audit;
        this.room = room;
        this.clock = clock;
    }

    /**
     * Whether somebody who has seen a version may change the schedule.
     *
     * @throws ServiceException UNCONDITIONAL without a version; CONFLICT while it is being solved; STALE with what
     *     changed since; FULL
     */
    void requireEditable(StoredSchedule now, @Nullable String version) {
        if (version == null) {
            throw new ServiceException(
                    ServiceException.Kind.UNCONDITIONAL,
                    "The header If-Match is missing: it says which version of the schedule the edit is of, so that no"
                            + " edit of somebody else is lost. Maybe \""
                            + ScheduleViews.version(now) + "\", the ETag of the schedule.");
        }
        Preconditions.requireIdle(now);
        if (!version.equals(ScheduleViews.version(now))) {
            throw stale(now, version);
        }
        room.require();
    }

    /** With what changed since that version, as far as it can be told. */
    private ServiceException stale(StoredSchedule now, String version) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("version", ScheduleViews.version(now));
        details.put("revision", now.head());
        int seen = revisionOf(version);
        if (seen >= 1 && seen < now.head()) {
            details.put(
                    "changes",
                    RevisionDiff.of(
                            seen,
                            workspaces.revision(now.id(), seen),
                            now.head(),
                            workspaces.revision(now.id(), now.head())));
            details.put(
                    "revisions",
                    revisions.all(now.id()).stream()
                            .filter(revision -> revision.revision() > seen)
                            .map(Revisions::item)
                            .toList());
        }
        return new ServiceException(
                ServiceException.Kind.STALE,
                "The schedule has changed since version (" + version + "): it is at " + ScheduleViews.version(now)
                        + " now. Maybe look at what changed, and edit again.",
                details);
    }

    /** The revision that a version is of, or -1. */
    private static int revisionOf(String version) {
        int dash = version.indexOf('-');
        try {
            return dash < 0 ? -1 : Integer.parseInt(version.substring(0, dash));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * Commits it.
     *
     * @param seen the schedule as it was read
     * @return the schedule as it is now
     * @throws ServiceException STALE when somebody else was faster, with what changed
     */
    StoredSchedule commit(Caller caller, StoredSchedule seen, Change change) {
        Schedule schedule = change.schedule();
        int revision = seen.head() + 1;
        boolean done = Boolean.TRUE.equals(transactions.execute(transaction -> {
            StoredProgress progress = new StoredProgress(
                    seen.progress().elapsedS(),
                    seen.progress().fraction(),
                    seen.progress().steps(),
                    schedule.value(),
                    schedule.bound(),
                    schedule.gapPercent());
            if (!schedules.moveHead(seen, revision, change.variant(), change.proof(), progress)) {
                return false;
            }
            revisions.append(
                    seen.id(),
                    new StoredRevision(
                            revision,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            caller.name(),
                            change.reason()
                                    .substring(
                                            0,
                                            Math.min(
                                                    REASON_LENGTH,
                                                    change.reason().length())),
                            change.kind().name(),
                            change.variant(),
                            schedule.status().name(),
                            schedule.value(),
                            null),
                    change.body());
            audit.record(
                    caller,
                    "schedule." + change.kind().name().toLowerCase(Locale.ROOT),
                    seen.id(),
                    "revision " + revision + ": " + change.reason());
            return true;
        }));
        StoredSchedule now = schedules.find(seen.id()).orElseThrow(() -> VisibleSchedules.notFound(seen.id()));
        if (!done) {
            Preconditions.requireIdle(now);
            throw stale(now, ScheduleViews.version(seen));
        }
        workspaces.keep(seen.id(), revision, change.body());
        return now;
    }
}
