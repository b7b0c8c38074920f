package dev.yeoju.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What one follower of a schedule is told. Only the newest event of each kind is kept: each says all there is to say, so
 * that one who comes late or reads slowly misses nothing that still matters, and memory stays the same however long the
 * solve. Safe to share between threads.
 */
public final class EventLog {
    /** @param id rises with every event of a schedule, the same on every node */
    public record Entry(long id, JobEvent event) {}

    /** Hears which logs are followed: only these need to be told anything. */
    interface Watch {
        void follow(EventLog log);

        void unfollow(EventLog log);
    }

    private final String scheduleId;
    private final Watch watch;
    private final AtomicReference<@Nullable Runnable> follower = new AtomicReference<>();
    private @Nullable Entry status;
    private @Nullable Entry improvement;
    private @Nullable Entry end;

    EventLog(String scheduleId, Watch watch) {
        this.scheduleId = scheduleId;
        this.watch = watch;
    }

    String scheduleId() {
        return scheduleId;
    }

    /** Tells the follower, unless it was told already. After the end nothing more is told. */
    void publish(long id, JobEvent event) {
        synchronized (this) {
            if (end != null) {
                return;
            }
            Entry entry = new Entry(id, event);
            if (event instanceof JobEvent.Status) {
                if (status != null && status.id() >= id) {
                    return;
                }
                status = entry;
            } else if (event instanceof JobEvent.Improvement) {
                if (improvement != null && improvement.id() >= id) {
                    return;
                }
                improvement = entry;
            } else {
                end = entry;
                status = null;
                improvement = null;
            }
        }
        Runnable told = follower.get();
        if (told != null) {
            told.run();
        }
    }

    /** Id of the newest status or improvement, 0 before the first. */
    synchronized long newest() {
        return Math.max(status == null ? 0 : status.id(), newestImprovement());
    }

    /** Id of the newest improvement, 0 before the first. */
    synchronized long newestImprovement() {
        return improvement == null ? 0 : improvement.id();
    }

    synchronized boolean isEnded() {
        return end != null;
    }

    /** The kept events after an id, oldest first; the end is always among them once it is there. */
    public synchronized List<Entry> after(long id) {
        if (end != null) {
            return List.of(end);
        }
        List<Entry> newer = new ArrayList<>(2);
        if (status != null && status.id() > id) {
            newer.add(status);
        }
        if (improvement != null && improvement.id() > id) {
            newer.add(improvement);
        }
        newer.sort(Comparator.comparingLong(Entry::id));
        return newer;
    }

    /** Has the follower called after every event, from whichever thread; it must return at once. */
    public void follow(Runnable told) {
        follower.set(told);
        watch.follow(this);
    }

    public void unfollow() {
        follower.set(null);
        watch.unfollow(this);
    }
}
