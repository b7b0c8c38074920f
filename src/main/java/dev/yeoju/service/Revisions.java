package dev.yeoju.service;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Violation;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.StoredRevision;
import dev.yeoju.store.StoredSchedule;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What a schedule was and is: revisions, their differences, which one is published, how each scores. */
@Service
public class Revisions {
    private static final int NAME_LENGTH = 200;

    /**
     * A revision in a list.
     *
     * @param name that a planner gave it, or null
     * @param problemVariant which variant of the problem it answers, from 1; replanning makes more
     * @param status null in revisions of older versions of the program
     */
    public record Item(
            int revision,
            Instant createdAt,
            String author,
            String reason,
            RevisionKind kind,
            int problemVariant,
            Schedule.@Nullable Status status,
            @Nullable Double value,
            @Nullable String name) {}

    /**
     * How a revision scores, by term of the objective (problem-format: levels 1 to 3).
     *
     * @param terms parts of the value, priority-weighted hours
     */
    public record Score(
            int revision,
            Schedule.Status status,
            int brokenRules,
            Schedule.Critical critical,
            double criticalPriority,
            double value,
            Terms terms,
            @Nullable Double bound,
            @Nullable Double gapPercent) {}

    /** Parts of the value; see {@link Evaluation.Terms}. */
    public record Terms(double hours, double bonus, double fairness, double worst) {}

    private final VisibleSchedules visible;
    private final Workspaces workspaces;
    private final ScheduleStore schedules;
    private final RevisionStore revisions;
    private final Commits commits;
    private final TransactionOperations transactions;
    private final AuditLog audit;
    private final StatusViews statuses;
    private final InstanceJson json;
    private final InstantSource clock;

    Revisions(
            VisibleSchedules visible,
            Workspaces workspaces,
            ScheduleStore schedules,
            RevisionStore revisions,
            Commits commits,
            TransactionOperations transactions,
            AuditLog audit,
            StatusViews statuses,
            InstanceJson json,
            InstantSource clock) {
        this.visible = visible;
        this.workspaces = workspaces;
        this.schedules = schedules;
        this.revisions = revisions;
        this.commits = commits;
        this.transactions = transactions;
        this.audit = audit;
        this.statuses = statuses;
        this.json = json;
        this.clock = clock;
    }

    static Item item(StoredRevision stored) {
        return new Item(
                stored.revision(),
                stored.createdAt(),
                stored.author(),
                stored.reason(),
                RevisionKind.valueOf(stored.kind()),
                stored.variant(),
                stored.status() == null ? null : Schedule.Status.valueOf(stored.status()),
                stored.value(),
                stored.name());
    }

    /** All revisions, first to last. */
    public List<Item> all(Caller caller, String id) {
        visible.find(caller, id);
        return revisions.all(id).stream().map(Revisions::item).toList();
    }

    /** A revision's schedule, JSON. */
    public String body(Caller caller, String id, int revision) {
        visible.find(caller, id);
        return json.schedule(workspaces.revision(id, revision));
    }

    /**
     * Gives a revision a name.
     *
     * @param revision null for the present one
     * @throws ServiceException NOT_FOUND; UNUSABLE when the name is none
     */
    public Item name(Caller caller, String id, @Nullable Integer revision, String name) {
        StoredSchedule stored = visible.find(caller, id);
        int number = revision == null ? stored.head() : revision;
        find(id, number);
        if (name.isBlank() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE,
                    "name (" + name.replaceAll("\\p{Cntrl}", "?") + ") is no name for a revision. Maybe 1 to "
                            + NAME_LENGTH + " characters on one line.");
        }
        transactions.executeWithoutResult(transaction -> {
            revisions.name(id, number, name, caller.name(), now());
            audit.record(caller, "revision.name", id, "revision " + number + ": " + name);
        });
        return item(find(id, number));
    }

    private StoredRevision find(String id, int revision) {
        return revisions
                .find(id, revision)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Kind.NOT_FOUND,
                        "There is no revision (" + revision + ") of this schedule. Maybe see /api/v1/schedules/" + id
                                + "/revisions for those there are."));
    }

    /**
     * What differs between two revisions.
     *
     * @param from null for the one before {@code to}
     * @param to null for the present one
     */
    public RevisionDiff diff(Caller caller, String id, @Nullable Integer from, @Nullable Integer to) {
        StoredSchedule stored = visible.find(caller, id);
        int second = to == null ? stored.head() : to;
        int first = from == null ? second - 1 : from;
        return RevisionDiff.of(first, workspaces.revision(id, first), second, workspaces.revision(id, second));
    }

    /**
     * Makes an older revision the present one again, as a new revision.
     *
     * @throws ServiceException NOT_FOUND; UNCONDITIONAL, STALE, CONFLICT as for edits
     */
    public EditOutcome restore(Caller caller, String id, int revision, @Nullable String version) {
        StoredSchedule seen = visible.find(caller, id);
        commits.requireEditable(seen, version);
        StoredRevision old = find(id, revision);
        Schedule before = workspaces.revision(id, seen.head());
        Schedule after = workspaces.revision(id, revision);
        // A revision of the same problem keeps its proof; that of another variant brings its own bound along, if any.
        Integer proof = after.bound() != null ? (Integer) revision : null;
        if (proof == null && old.variant() == seen.variant()) {
            proof = seen.proof();
        }
        String body = json.schedule(after);
        StoredSchedule now = commits.commit(
                caller,
                seen,
                new Commits.Change(
                        RevisionKind.RESTORE, "restored revision " + revision, old.variant(), proof, after, body));
        return EditOutcome.of(before, after, null, body).saved(now.head(), ScheduleViews.version(now));
    }

    /**
     * Publishes a revision.
     *
     * @param revision null for the present one
     * @param acceptViolations whether one that breaks rules may be published
     * @throws ServiceException NOT_FOUND; CONFLICT while it is being solved, or when it breaks rules
     */
    public StatusView publish(
            Caller caller, String id, @Nullable Integer revision, boolean acceptViolations, @Nullable String version) {
        StoredSchedule seen = visible.find(caller, id);
        commits.requireEditable(seen, version);
        int number = revision == null ? seen.head() : revision;
        Schedule schedule = workspaces.revision(id, number);
        if (!schedule.violations().isEmpty() && !acceptViolations) {
            throw new ServiceException(
                    ServiceException.Kind.CONFLICT,
                    "Revision " + number + " breaks " + schedule.violations().size()
                            + " rules, so nobody could fly it as it is. Maybe mend it first, or publish with"
                            + " acceptViolations true.");
        }
        transactions.executeWithoutResult(transaction -> {
            if (!schedules.publish(seen, number)) {
                throw new ServiceException(
                        ServiceException.Kind.STALE,
                        "The schedule has just been changed by somebody else. Maybe look at it again.");
            }
            revisions.publish(id, number, caller.name(), now());
            audit.record(caller, "schedule.publish", id, "revision " + number);
        });
        return statuses.of(visible.find(caller, id));
    }

    /** The rules that the present revision breaks. */
    public List<Violation> violations(Caller caller, String id) {
        StoredSchedule stored = visible.find(caller, id);
        return stored.head() == 0
                ? List.of()
                : workspaces.revision(id, stored.head()).violations();
    }

    /** How the present revision scores. */
    public Score score(Caller caller, String id) {
        StoredSchedule stored = visible.find(caller, id);
        Workspaces.Workspace workspace = workspaces.of(stored);
        Schedule schedule = workspace.schedule();
        Evaluation evaluation = ScheduleChecker.evaluate(workspace.pinned(), schedule.tracks());
        Evaluation.Terms terms = evaluation.terms();
        return new Score(
                stored.head(),
                evaluation.status(),
                evaluation.violations().size(),
                evaluation.critical(),
                evaluation.criticalPriority(),
                evaluation.value(),
                new Terms(terms.hours(), terms.bonus(), terms.fairness(), terms.worst()),
                schedule.bound(),
                schedule.gapPercent());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
