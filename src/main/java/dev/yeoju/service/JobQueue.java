package dev.yeoju.service;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that wait for their turn, first come first served, and the one thread that works on them. That thread is never
 * interrupted: the store's file would be closed under it.
 */
final class JobQueue {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

    /** @param job null tells the worker to end */
    private record Turn(@Nullable Job job) {}

    private final BlockingDeque<Turn> waiting = new LinkedBlockingDeque<>();
    private final Thread worker;

    /** @param work does one job; it handles its own failures */
    JobQueue(Consumer<Job> work) {
        worker = new Thread(() -> run(work), "solve");
        worker.setDaemon(true);
    }

    void start() {
        worker.start();
    }

    void add(Job job) {
        waiting.addLast(new Turn(job));
    }

    /** Takes it out again; false when its turn has come already. */
    boolean remove(Job job) {
        return waiting.remove(new Turn(job));
    }

    int size() {
        return waiting.size();
    }

    /** Begins no more jobs and waits for the present one, which should have been stopped, at most so long. */
    void close(long waitMs) {
        waiting.addFirst(new Turn(null));
        try {
            worker.join(waitMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Consumer<Job> work) {
        while (true) {
            Job job;
            try {
                job = waiting.takeFirst().job();
            } catch (InterruptedException e) {
                return;
            }
            if (job == null) {
                return;
            }
            try {
                work.accept(job);
            } catch (RuntimeException | Error e) {
                LOG.error("The job of schedule {} broke down", job.id(), e);
            }
        }
    }
}
