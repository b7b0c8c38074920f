package dev.yeoju.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/**
 * What followers of one schedule are told. Only the newest event of each kind is kept: each says all there is to say, so
 * that one who comes late or reads slowly misses nothing that still matters, and memory stays the same however long the
 * solve. Safe to share between threads.
 */
public final class EventLog {
    /** @param id rises with every event of a schedule */
    public record Entry(long id, JobEvent event) {}

    private final Set<Runnable> followers = new CopyOnWriteArraySet<>();
    private long lastId;
    private @Nullable Entry status;
    private @Nullable Entry improvement;
    private @Nullable Entry end;

    /** @param lastId of the last event that was told before */
    EventLog(long lastId) {
        this.lastId = lastId;
    }

    /** A log of a schedule that is over: it says just that. */
    static EventLog ended(long lastId, StatusView view) {
        EventLog log = new EventLog(lastId);
        log.end = new Entry(lastId, new JobEvent.End(view));
        return log;
    }

    /** Tells all followers. After the end nothing more is told. */
    void publish(JobEvent event) {
        synchronized (this) {
            if (end != null) {
                return;
            }
            Entry entry = new Entry(++lastId, event);
            if (event instanceof JobEvent.Status) {
                status = entry;
            } else if (event instanceof JobEvent.Improvement) {
                improvement = entry;
            } else {
                end = entry;
                status = null;
                improvement = null;
            }
        }
        followers.forEach(Runnable::run);
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

    /** Id of the last event, 0 before the first. */
    public synchronized long lastId() {
        return lastId;
    }

    /** Has the follower called after every event, from whichever thread; it must return at once. */
    public void follow(Runnable follower) {
        followers.add(follower);
    }

    public void unfollow(Runnable follower) {
        followers.remove(follower);
    }
}
