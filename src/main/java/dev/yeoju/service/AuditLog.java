package dev.yeoju.service;

import dev.yeoju.store.AuditStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes down who changed what. */
@Service
public class AuditLog {
    private static final int PAGE_SIZE = 100;

    /** One change; see {@link AuditStore.Entry}. */
    public record Entry(long id, Instant at, String actor, String action, String subject, String detail) {}

    /** Some changes, newest first. */
    public record Page(List<Entry> items, @Nullable Long nextBefore) {
        public Page {
            items = List.copyOf(items);
        }
    }

    private final AuditStore store;
    private final InstantSource clock;

    AuditLog(AuditStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Within the transaction of the change, where there is one: both are there or neither. */
    public void record(Caller caller, String action, String subject, String detail) {
        store.append(clock.instant().truncatedTo(ChronoUnit.MICROS), caller.name(), action, subject, detail);
    }

    /** @param before only entries with lower ids */
    public Page page(@Nullable String subject, long before) {
        List<AuditStore.Entry> found = store.page(subject, before, PAGE_SIZE + 1);
        List<Entry> items = found.stream()
                .limit(PAGE_SIZE)
                .map(e -> new Entry(e.id(), e.createdAt(), e.actor(), e.action(), e.subject(), e.detail()))
                .toList();
        return new Page(
                items, found.size() > PAGE_SIZE ? items.get(PAGE_SIZE - 1).id() : null);
    }
}
