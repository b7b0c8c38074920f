package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.exchange.SolverOptionsReader;
import dev.yeoju.model.Problem;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.store.IdempotencyStore;
import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.ProblemTexts;
import dev.yeoju.store.ReplanStore;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.SolveStore;
import dev.yeoju.store.StoredProgress;
import dev.yeoju.store.StoredSchedule;
import dev.yeoju.store.StoredSolve;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes problems and has them solved. What it has acknowledged is in the store: a solve that waits or runs when a node
 * ends is taken up again by another one, or after the next start.
 */
@Service
public class SchedulingService {
    private static final Duration KEYS_KEPT = Duration.ofHours(24);

    private final VisibleSchedules visible;
    private final ScheduleStore schedules;
    private final ProblemTextStore problems;
    private final SolveStore solves;
    private final IdempotencyStore keys;
    private final TransactionOperations transactions;
    private final SolveQueue queue;
    private final ReplanStore replans;
    private final ReplanQueue replanQueue;
    private final PreparedProblems prepared;
    private final SolveEnds ends;
    private final StatusViews statuses;
    private final Submissions submissions;
    private final AuditLog audit;
    private final InstanceJson json;
    private final InstantSource clock;
    private final int queueLimit;
    private final int ownQueueLimit;

    SchedulingService(
            VisibleSchedules visible,
            ScheduleStore schedules,
            ProblemTextStore problems,
            SolveStore solves,
            IdempotencyStore keys,
            TransactionOperations transactions,
            SolveQueue queue,
            ReplanStore replans,
            ReplanQueue replanQueue,
            PreparedProblems prepared,
            SolveEnds ends,
            StatusViews statuses,
            Submissions submissions,
            AuditLog audit,
            InstanceJson json,
            InstantSource clock,
            @Value("${yeoju.queue.limit}") int queueLimit,
            @Value("${yeoju.queue.limit-per-user}") int ownQueueLimit) {
        this.visible = visible;
        this.schedules = schedules;
        this.problems = problems;
        this.solves = solves;
        this.keys = keys;
        this.transactions = transactions;
        this.queue = queue;
        this.replans = replans;
        this.replanQueue = replanQueue;
        this.prepared = prepared;
        this.ends = ends;
        this.statuses = statuses;
        this.submissions = submissions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
        this.queueLimit = queueLimit;
        this.ownQueueLimit = ownQueueLimit;
    }

    /**
     * Takes a problem for solving.
     *
     * @param body the problem's JSON
     * @param key the caller's name for this very post, or null: posting again under it makes nothing new
     * @return the schedule's id
     * @throws dev.yeoju.model.InvalidInputException with every fault of the problem
     * @throws ServiceException BUSY when too many wait, UNUSABLE when the key was used for another problem
     */
    public String submit(Caller caller, byte[] body, @Nullable String key) {
        Problem problem = ProblemReader.read(body, Catalogue.bundled());
        submissions.requireUsable(caller, problem);
        submissions.requireRoom();
        String hash = Hashes.sha256(body);
        String ownKey =
                key == null ? null : Hashes.sha256((caller.name() + "\n" + key).getBytes(StandardCharsets.UTF_8));
        if (ownKey != null) {
            keys.deleteBefore(clock.instant().minus(KEYS_KEPT));
            Optional<IdempotencyStore.Entry> known = keys.find(ownKey);
            if (known.isPresent()) {
                return known(key, hash, known.get());
            }
        }
        requireRoom(caller);
        try {
            String id = insert(caller, problem, body, ownKey, hash);
            queue.look();
            return id;
        } catch (DuplicateKeyException e) {
            // The same key at the same time: the other one came first.
            if (ownKey == null) {
                throw e;
            }
            return known(key, hash, keys.find(ownKey).orElseThrow(() -> e));
        }
    }

    private static String known(@Nullable String key, String hash, IdempotencyStore.Entry entry) {
        if (!entry.bodySha256().equals(hash)) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE,
                    "The Idempotency-Key (" + key
                            + ") was used for another problem. Maybe use a new key for each problem.");
        }
        return entry.scheduleId();
    }

    private void requireRoom(Caller caller) {
        if (solves.waiting() >= queueLimit) {
            throw new ServiceException(
                    ServiceException.Kind.BUSY,
                    "There are as many solves waiting as may wait (" + queueLimit
                            + "). Maybe try again when some are done, or raise yeoju.queue.limit.");
        }
        if (solves.waiting(caller.name()) >= ownQueueLimit) {
            throw new ServiceException(
                    ServiceException.Kind.BUSY,
                    "There are as many solves of yours waiting as may wait for one user (" + ownQueueLimit
                            + "). Maybe try again when some are done, or raise yeoju.queue.limit-per-user.");
        }
    }

    private String insert(Caller caller, Problem problem, byte[] body, @Nullable String key, String hash) {
        RequestExpansion expansion = RequestExpansion.of(problem.requests());
        Instant now = now();
        String id = UUID.randomUUID().toString();
        ProblemTexts texts = new ProblemTexts(
                new String(body, StandardCharsets.UTF_8),
                ProblemWriter.toTree(problem).toString(),
                json.requests(problem, expansion),
                null,
                json.strings(expansion.warnings()),
                null);
        transactions.executeWithoutResult(transaction -> {
            StoredSchedule stored = new StoredSchedule(
                    id,
                    problem.name(),
                    caller.name(),
                    JobStatus.QUEUED.name(),
                    now,
                    null,
                    null,
                    null,
                    StoredSolve.first(problem.solver().timeLimit().toString(), solves.nextQueueTag(caller.name())),
                    StoredProgress.NONE,
                    1,
                    1,
                    1,
                    0,
                    null,
                    null);
            schedules.insert(stored, problem.tags(), Submissions.missions(problem));
            problems.insert(id, 1, texts);
            if (key != null) {
                keys.insert(key, new IdempotencyStore.Entry(hash, id), now);
            }
            queue.add(id, stored.solve());
            audit.record(caller, "schedule.submit", id, problem.name());
        });
        return id;
    }

    /**
     * Solves a schedule's problem again around the tracks that are pinned now. The result is the next revision; until
     * then the schedule cannot be edited.
     *
     * @param body limits and seed, JSON, where they are not to be the problem's own; may be empty
     * @throws dev.yeoju.model.InvalidInputException with every fault of the body
     * @throws ServiceException NOT_FOUND; CONFLICT when it is being solved; STALE; BUSY when too many wait
     */
    public StatusView solve(Caller caller, String id, byte[] body, @Nullable String version) {
        StoredSchedule seen = visible.find(caller, id);
        Preconditions.requireIdle(seen);
        if (version != null) {
            Preconditions.requireVersion(seen, version);
        }
        ProblemTexts texts = problems.find(id, seen.variant()).orElseThrow(() -> VisibleSchedules.notFound(id));
        Problem problem = ProblemReader.read(texts.body().getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        SolverOptions options = SolverOptionsReader.read(body, problem.solver());
        requeue(caller, seen, options);
        return status(caller, id);
    }

    private void requeue(Caller caller, StoredSchedule seen, SolverOptions options) {
        requireRoom(caller);
        transactions.executeWithoutResult(transaction -> {
            StoredSolve solve = new StoredSolve(
                    seen.solve().job() + 1,
                    options.timeLimit().toString(),
                    options.stepLimit(),
                    options.seed(),
                    solves.nextQueueTag(seen.owner()),
                    false);
            if (!solves.requeue(seen, solve)) {
                throw new ServiceException(
                        ServiceException.Kind.CONFLICT,
                        "The schedule has just been changed by somebody else. Maybe look at it again.");
            }
            queue.add(seen.id(), solve);
            audit.record(caller, "schedule.solve", seen.id(), "from revision " + seen.head());
        });
        queue.look();
    }

    private StatusView status(Caller caller, String id) {
        return statuses.of(visible.find(caller, id));
    }

    /**
     * Asks a solve to end; the best found is kept. One that is over stays as it is.
     *
     * @throws ServiceException NOT_FOUND
     */
    public StatusView terminate(Caller caller, String id) {
        StoredSchedule stored = visible.find(caller, id);
        if (!JobStatus.valueOf(stored.status()).isTerminal()) {
            audit.record(caller, "schedule.terminate", id, "");
            stop(stored);
        }
        return status(caller, id);
    }

    private void stop(StoredSchedule stored) {
        if (!ends.stoppedWaiting(stored)) {
            solves.requestStop(stored.id());
        }
    }

    /**
     * Deletes it with its answers to changes; its revisions stay in the store.
     *
     * @throws ServiceException NOT_FOUND
     */
    public void delete(Caller caller, String id) {
        stop(visible.find(caller, id));
        List<String> answers = replans.ids(id);
        transactions.executeWithoutResult(transaction -> {
            if (!schedules.delete(id, now())) {
                throw VisibleSchedules.notFound(id);
            }
            answers.forEach(replans::delete);
            audit.record(caller, "schedule.delete", id, "");
        });
        answers.forEach(replanQueue::drop);
        prepared.remove(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
