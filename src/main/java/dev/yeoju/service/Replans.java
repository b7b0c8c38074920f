package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ChangeReader;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ReplanOrder;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Change;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Schedule;
import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.ProblemTexts;
import dev.yeoju.store.ReplanStore;
import dev.yeoju.store.StoredReplan;
import dev.yeoju.store.StoredSchedule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Answers to changes: searched for by a node that solves, kept in the store, accepted as the next revision or dropped. */
@Service
public class Replans {
    /** How many of a schedule are kept when they are over; older ones give way. Those that run have the user's limit. */
    private static final int KEPT = 20;

    /** What became of it. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * One replanning.
     *
     * @param error why it failed, or null
     * @param baseRevision that the change was made to
     * @param change as it was asked, JSON
     * @param notes what a planner should know of the change
     * @param alternatives the first of them as soon as it is found, the others when it is done
     */
    public record View(
            String id,
            State status,
            Instant createdAt,
            @Nullable String error,
            int baseRevision,
            String change,
            List<String> notes,
            List<Alternative> alternatives) {
        public View {
            notes = List.copyOf(notes);
            alternatives = List.copyOf(alternatives);
        }
    }

    /** @param schedule JSON */
    public record Alternative(ReplanAlternative summary, String schedule) {}

    private final VisibleSchedules visible;
    private final Workspaces workspaces;
    private final ProblemTextStore problems;
    private final ReplanStore replans;
    private final Submissions submissions;
    private final Commits commits;
    private final ReplanQueue queue;
    private final TransactionOperations transactions;
    private final AuditLog audit;
    private final InstanceJson json;
    private final InstantSource clock;
    private final int ownLimit;

    Replans(
            VisibleSchedules visible,
            Workspaces workspaces,
            ProblemTextStore problems,
            ReplanStore replans,
            Submissions submissions,
            Commits commits,
            ReplanQueue queue,
            TransactionOperations transactions,
            AuditLog audit,
            InstanceJson json,
            InstantSource clock,
            @Value("${yeoju.queue.limit-per-user}") int ownLimit) {
        this.visible = visible;
        this.workspaces = workspaces;
        this.problems = problems;
        this.replans = replans;
        this.submissions = submissions;
        this.commits = commits;
        this.queue = queue;
        this.transactions = transactions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
        this.ownLimit = ownLimit;
    }

    /**
     * Asks for answers to a change of the present revision.
     *
     * @param body the change, JSON, and how to answer it
     * @param version that the caller has seen
     * @throws dev.yeoju.model.InvalidInputException with every fault of the body
     * @throws ServiceException NOT_FOUND; UNCONDITIONAL, STALE, CONFLICT as for edits; BUSY when too many wait
     */
    public View start(Caller caller, String id, byte[] body, @Nullable String version) {
        StoredSchedule seen = visible.find(caller, id);
        commits.requireEditable(seen, version);
        int base = workspaces.requireHead(seen);
        ProblemTexts texts = problems.find(id, seen.variant()).orElseThrow(() -> VisibleSchedules.notFound(id));
        Problem problem = ProblemReader.read(texts.body().getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        ReplanOrder order = ChangeReader.order(body, problem, Engine.REPLAN_OPTIONS);
        List<Change> changes = order.changes().changes();
        submissions.requireUsable(changes);
        ChangedVisibility.problem(problem, order.changes());
        if (replans.running(caller.name()) >= ownLimit) {
            throw new ServiceException(
                    ServiceException.Kind.BUSY,
                    "There are as many changes of yours waiting for answers as may wait for one user (" + ownLimit
                            + "). Maybe try again when some are done, or raise yeoju.queue.limit-per-user.");
        }
        StoredReplan replan = new StoredReplan(
                UUID.randomUUID().toString(),
                id,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.name(),
                base,
                seen.variant(),
                State.RUNNING.name(),
                null,
                new String(body, StandardCharsets.UTF_8),
                null);
        transactions.executeWithoutResult(transaction -> {
            replans.over(id).stream().skip(KEPT - 1L).forEach(replans::delete);
            replans.insert(replan);
            queue.add(replan.id());
            audit.record(caller, "schedule.replan", id, changes.size() + " changes to revision " + base);
        });
        queue.look();
        return view(replan);
    }

    /** @throws ServiceException NOT_FOUND */
    public View view(Caller caller, String id, String replanId) {
        visible.find(caller, id);
        return view(find(id, replanId));
    }

    private View view(StoredReplan replan) {
        String notes = replan.notes();
        return new View(
                replan.id(),
                State.valueOf(replan.state()),
                replan.createdAt(),
                replan.error(),
                replan.baseRevision(),
                replan.change(),
                notes == null ? List.of() : json.strings(notes),
                replans.alternatives(replan.id()).stream()
                        .map(stored ->
                                new Alternative(json.value(stored.summary(), ReplanAlternative.class), stored.body()))
                        .toList());
    }

    private StoredReplan find(String id, String replanId) {
        return replans.find(replanId)
                .filter(replan -> replan.scheduleId().equals(id))
                .orElseThrow(() -> notFound(replanId));
    }

    private static ServiceException notFound(String replanId) {
        return new ServiceException(
                ServiceException.Kind.NOT_FOUND,
                "There is no replanning (" + replanId + ") of this schedule. Maybe it was dropped: the newest " + KEPT
                        + " are kept.");
    }

    /**
     * Makes an answer the next revision, and the changed problem the schedule's.
     *
     * @param n which answer, from 1
     * @throws ServiceException NOT_FOUND; UNCONDITIONAL, STALE as for edits; CONFLICT as for edits, and where it is not
     *     done, or answers another revision than the present one
     */
    public EditOutcome accept(Caller caller, String id, String replanId, int n, @Nullable String version) {
        StoredSchedule seen = visible.find(caller, id);
        StoredReplan replan = find(id, replanId);
        commits.requireEditable(seen, version);
        if (!replan.state().equals(State.DONE.name())) {
            throw new ServiceException(
                    ServiceException.Kind.CONFLICT,
                    "The replanning is " + replan.state() + ", and has no answer to accept. Maybe "
                            + (replan.state().equals(State.RUNNING.name()) ? "wait for its end." : "ask anew."));
        }
        if (replan.baseRevision() != seen.head()) {
            throw new ServiceException(
                    ServiceException.Kind.CONFLICT,
                    "The answer is one to changes of revision " + replan.baseRevision() + ", and the schedule is at "
                            + seen.head() + ": accepting it would undo what was done since. Maybe replan again.");
        }
        StoredReplan.Alternative chosen = replans.alternatives(replanId).stream()
                .filter(alternative -> alternative.number() == n)
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Kind.NOT_FOUND,
                        "There is no alternative (" + n + ") of this replanning. Maybe the first: 1."));
        Schedule before = workspaces.revision(id, seen.head());
        Schedule after = ScheduleJson.read(chosen.body().getBytes(StandardCharsets.UTF_8));
        ReplanAlternative summary = json.value(chosen.summary(), ReplanAlternative.class);
        StoredSchedule now = Objects.requireNonNull(transactions.execute(transaction -> {
            int variant = problems.nextVariant(id);
            ProblemTexts changed = replans.problem(replanId).orElseThrow(() -> notFound(replanId));
            // First: of two who accept at once, the slower one is told here that the schedule has changed.
            StoredSchedule committed = commits.commit(
                    caller,
                    seen,
                    new Commits.Change(
                            RevisionKind.REPLAN,
                            "replanned, " + summary.tracksChanged() + " tracks changed",
                            variant,
                            after.bound() == null ? null : (Integer) (seen.head() + 1),
                            after,
                            chosen.body()));
            problems.insert(id, variant, changed);
            return committed;
        }));
        return EditOutcome.of(before, after, null, chosen.body()).saved(now.head(), ScheduleViews.version(now));
    }

    /**
     * Forgets it; one that is not done ends soon.
     *
     * @throws ServiceException NOT_FOUND
     */
    public void drop(Caller caller, String id, String replanId) {
        visible.find(caller, id);
        find(id, replanId);
        replans.delete(replanId);
        queue.drop(replanId);
    }
}
