package dev.yeoju.service;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the threads of a solve, its searches and the proof of the bound, keep no more cores busy than they may: where there
 * are more threads than cores, each rests in turn. By the clock alone, so that no thread ever waits for another one.
 */
final class CoreTurns {
    /** Long beside the change from one thread to another, short beside what a user notices. */
    static final long SLOT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final int searches;
    private final int cores;
    private volatile boolean proving = true;
    private volatile boolean searching = true;

    /**
     * @param searches threads that search, numbered from 0; the proof's number is the next
     * @param cores that all of them may keep busy, at least 1
     */
    CoreTurns(int searches, int cores) {
        this.searches = searches;
        this.cores = cores;
    }

    /** Where the proof rests for nobody. */
    static CoreTurns free() {
        return new CoreTurns(1, 2);
    }

    /** Waits where it is not the turn of this search, whose thread calls it often. */
    void search(int number) {
        take(number);
    }

    /** Waits where it is not the turn of the proof, whose thread calls it often. */
    void prove() {
        if (searching) {
            take(searches);
        }
    }

    /** The searches have the cores for themselves. */
    void proven() {
        proving = false;
    }

    /** The proof goes on alone. */
    void searched() {
        searching = false;
    }

    private void take(int thread) {
        long restNanos = restNanos(thread, proving ? searches + 1 : searches, cores, System.nanoTime());
        if (restNanos > 0) {
            LockSupport.parkNanos(this, restNanos);
        }
    }

    /**
     * How long a thread rests: in every slot of time as many threads work as there are cores, and all work equally often.
     *
     * @param now nanoseconds, of any origin
     * @return nanoseconds until the slot's end; 0 when it is the thread's turn
     */
    static long restNanos(int thread, int threads, int cores, long now) {
        long slot = Math.floorDiv(now, SLOT_NANOS);
        boolean works = Math.floorMod(slot - thread, (long) threads) < cores;
        return works ? 0 : (slot + 1) * SLOT_NANOS - now;
    }
}
