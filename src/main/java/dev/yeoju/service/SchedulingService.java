package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.model.Problem;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.store.IdempotencyStore;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.SchedulePage;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.ScheduleTexts;
import dev.yeoju.store.StoredProgress;
import dev.yeoju.store.StoredRevision;
import dev.yeoju.store.StoredSchedule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes problems, solves them one after the other and keeps the schedules. What it has acknowledged is in the store: a
 * solve that waits when the service ends waits again after its next start, one that runs keeps its best schedule.
 */
@Service
public class SchedulingService implements SmartLifecycle {
    private static final int PAGE_SIZE = 50;
    private static final Duration KEYS_KEPT = Duration.ofHours(24);
    private static final long SHUTDOWN_WAIT_MS = 8_000;
    private static final String INTERRUPTED = "The service ended during the solve; ";

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
            JobStatus status,
            Instant createdAt,
            @Nullable Double value,
            @Nullable Double bound,
            @Nullable Double gapPercent) {}

    /** Some lines of a list, newest first. */
    public record Page(List<Item> items, @Nullable String nextCursor) {
        public Page {
            items = List.copyOf(items);
        }
    }

    private final ScheduleStore schedules;
    private final RevisionStore revisions;
    private final IdempotencyStore keys;
    private final TransactionOperations transactions;
    private final JobRunner runner;
    private final PreparedCache preparedCache;
    private final InstanceJson json;
    private final InstantSource clock;
    private final int queueLimit;
    private final JobQueue queue;
    private final Map<String, Job> active = new ConcurrentHashMap<>();
    private final ReentrantLock submitting = new ReentrantLock();
    private volatile boolean running;

    SchedulingService(
            ScheduleStore schedules,
            RevisionStore revisions,
            IdempotencyStore keys,
            TransactionOperations transactions,
            JobRunner runner,
            PreparedCache preparedCache,
            InstanceJson json,
            InstantSource clock,
            @Value("${yeoju.queue.limit}") int queueLimit) {
        this.schedules = schedules;
        this.revisions = revisions;
        this.keys = keys;
        this.transactions = transactions;
        this.runner = runner;
        this.preparedCache = preparedCache;
        this.json = json;
        this.clock = clock;
        this.queueLimit = queueLimit;
        this.queue = new JobQueue(this::work);
    }

    private void work(Job job) {
        try {
            runner.run(job);
        } finally {
            active.remove(job.id());
        }
    }

    /**
     * Takes a problem for solving.
     *
     * @param body the problem's JSON
     * @param key a client's name for this very post, or null: posting again under it makes nothing new
     * @throws dev.yeoju.model.InvalidInputException with every fault of the problem
     * @throws ServiceException BUSY when too many wait, UNUSABLE when the key was used for another problem
     */
    public View submit(byte[] body, @Nullable String key) {
        Problem problem = ProblemReader.read(body, Catalogue.bundled());
        ServerFiles.requireNone(problem);
        String hash = Hashes.sha256(body);
        submitting.lock();
        try {
            if (key != null) {
                keys.deleteBefore(clock.instant().minus(KEYS_KEPT));
                Optional<IdempotencyStore.Entry> known = keys.find(key);
                if (known.isPresent()) {
                    return known(key, hash, known.get());
                }
            }
            if (queue.size() >= queueLimit) {
                throw new ServiceException(
                        ServiceException.Kind.BUSY,
                        "There are as many solves waiting as may wait (" + queueLimit
                                + "). Maybe try again when some are done, or raise yeoju.queue.limit.");
            }
            Job job = insert(problem, body, key, hash);
            queue.add(job);
            return view(job.id());
        } finally {
            submitting.unlock();
        }
    }

    private View known(String key, String hash, IdempotencyStore.Entry entry) {
        if (!entry.bodySha256().equals(hash)) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE,
                    "The Idempotency-Key (" + key
                            + ") was used for another problem. Maybe use a new key for each problem.");
        }
        return view(entry.scheduleId());
    }

    private Job insert(Problem problem, byte[] body, @Nullable String key, String hash) {
        RequestExpansion expansion = RequestExpansion.of(problem.requests());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredSchedule stored = new StoredSchedule(
                UUID.randomUUID().toString(),
                problem.name(),
                JobStatus.QUEUED.name(),
                now,
                null,
                null,
                null,
                problem.solver().timeLimit().toString(),
                StoredProgress.NONE,
                1,
                0);
        ScheduleTexts texts = new ScheduleTexts(
                new String(body, StandardCharsets.UTF_8),
                ProblemWriter.toTree(problem).toString(),
                json.requests(problem, expansion),
                null,
                json.strings(expansion.warnings()));
        Job job = new Job(stored, expansion.warnings());
        transactions.executeWithoutResult(transaction -> {
            schedules.insert(stored, problem.tags(), texts);
            if (key != null) {
                keys.insert(key, new IdempotencyStore.Entry(hash, stored.id()), now);
            }
        });
        active.put(stored.id(), job);
        return job;
    }

    /** @throws ServiceException NOT_FOUND */
    public View view(String id) {
        Job job = active.get(id);
        StoredSchedule stored = stored(id);
        ScheduleTexts texts = schedules.texts(id).orElseThrow(() -> notFound(id));
        StatusView status = job == null ? status(stored, texts.warnings()) : job.view();
        Optional<String> schedule = job == null
                ? revisions.latest(id).map(StoredRevision::body)
                : job.best().map(json::schedule);
        long event = job == null ? stored.lastEvent() : job.events().lastId();
        return new View(
                status,
                texts.resolved(),
                texts.requests(),
                texts.viewPeriods() == null ? "[]" : texts.viewPeriods(),
                schedule.orElse(null),
                stored.version() + "." + event);
    }

    /** @throws ServiceException NOT_FOUND */
    public StatusView status(String id) {
        Job job = active.get(id);
        if (job != null) {
            return job.view();
        }
        StoredSchedule stored = stored(id);
        return status(stored, schedules.warnings(id).orElse("[]"));
    }

    private StatusView status(StoredSchedule stored, String warnings) {
        StoredProgress progress = stored.progress();
        return new StatusView(
                stored.id(),
                JobStatus.valueOf(stored.status()),
                stored.createdAt(),
                stored.startedAt(),
                stored.finishedAt(),
                stored.error(),
                stored.timeLimit(),
                new Progress(
                        progress.elapsedS(),
                        progress.fraction(),
                        progress.steps(),
                        progress.value(),
                        progress.bound(),
                        progress.gapPercent()),
                json.strings(warnings));
    }

    /**
     * What followers of it are told.
     *
     * @throws ServiceException NOT_FOUND
     */
    public EventLog events(String id) {
        Job job = active.get(id);
        if (job != null) {
            return job.events();
        }
        StoredSchedule stored = stored(id);
        return EventLog.ended(
                stored.lastEvent(), status(stored, schedules.warnings(id).orElse("[]")));
    }

    /**
     * A page of schedules, newest first.
     *
     * @throws ServiceException UNUSABLE when the cursor is none
     */
    public Page page(@Nullable JobStatus status, @Nullable String tag, @Nullable String cursor) {
        SchedulePage page = schedules
                .page(status == null ? null : status.name(), tag, cursor, PAGE_SIZE)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Kind.UNUSABLE,
                        "The cursor (" + cursor
                                + ") is not one that a page gave out. Maybe leave it out for the first page."));
        return new Page(page.items().stream().map(this::item).toList(), page.nextCursor());
    }

    private Item item(StoredSchedule stored) {
        Job job = active.get(stored.id());
        StatusView now = job == null ? status(stored, "[]") : job.view();
        return new Item(
                stored.id(),
                stored.problem(),
                stored.problem(),
                now.status(),
                stored.createdAt(),
                now.progress().value(),
                now.progress().bound(),
                now.progress().gapPercent());
    }

    /**
     * Asks a solve to end; the best found is kept. One that is over stays as it is.
     *
     * @throws ServiceException NOT_FOUND
     */
    public StatusView terminate(String id) {
        Job job = active.get(id);
        if (job == null) {
            return status(id);
        }
        job.stop();
        if (queue.remove(job)) {
            try {
                runner.finish(job, JobStatus.STOPPED, "It was stopped before its turn came.", Progress.NONE, null);
            } finally {
                active.remove(id);
            }
        }
        return job.view();
    }

    /**
     * Deletes it; its revisions stay in the store.
     *
     * @throws ServiceException NOT_FOUND
     */
    public void delete(String id) {
        terminate(id);
        if (!schedules.delete(id, clock.instant())) {
            throw notFound(id);
        }
        preparedCache.remove(id);
    }

    /** Whether no schedule was ever made here. */
    public boolean isEmpty() {
        return schedules.isEmpty();
    }

    private StoredSchedule stored(String id) {
        return schedules.find(id).orElseThrow(() -> notFound(id));
    }

    private static ServiceException notFound(String id) {
        return new ServiceException(
                ServiceException.Kind.NOT_FOUND,
                "There is no schedule (" + id + "). Maybe it was deleted; /api/v1/schedules lists those there are.");
    }

    @Override
    public void start() {
        recover();
        queue.start();
        running = true;
    }

    /** Ends what a former run of the service left unfinished, and takes up again what waited. */
    private void recover() {
        for (StoredSchedule cut : schedules.inStates(List.of(JobStatus.VISIBILITY.name(), JobStatus.SOLVING.name()))) {
            Instant now = clock.instant();
            Optional<String> checkpoint = schedules.checkpoint(cut.id());
            transactions.executeWithoutResult(transaction -> {
                checkpoint.ifPresent(
                        best -> revisions.append(cut.id(), now, "yeoju", "the best when the service ended", best));
                schedules.finish(
                        cut.id(),
                        JobStatus.STOPPED.name(),
                        now,
                        INTERRUPTED
                                + (checkpoint.isPresent()
                                        ? "this is the best schedule until then."
                                        : "no schedule had been found yet."),
                        cut.progress(),
                        cut.lastEvent() + 1);
            });
        }
        for (StoredSchedule waiting : schedules.inStates(List.of(JobStatus.QUEUED.name()))) {
            Job job = new Job(
                    waiting, json.strings(schedules.warnings(waiting.id()).orElse("[]")));
            active.put(job.id(), job);
            queue.add(job);
        }
    }

    @Override
    public void stop() {
        running = false;
        active.values().stream()
                .filter(job -> job.view().status() != JobStatus.QUEUED)
                .forEach(Job::stop);
        queue.close(SHUTDOWN_WAIT_MS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
