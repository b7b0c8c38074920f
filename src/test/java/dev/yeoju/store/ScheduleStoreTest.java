package dev.yeoju.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Schedules and their solves in every database that the store runs on. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class ScheduleStoreTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");

    private final StoreKind kind;

    @TempDir
    Path folder;

    private HikariDataSource dataSource;
    private ScheduleStore store;
    private SolveStore solves;
    private RevisionStore revisions;

    ScheduleStoreTest(StoreKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        dataSource = kind.open(folder);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        store = new ScheduleStore(jdbc);
        solves = new SolveStore(jdbc);
        revisions = new RevisionStore(jdbc);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    private void insert(String id, Instant at, String status, String... tags) {
        insert(id, at, status, "ann", 0, List.of("KPLO"), tags);
    }

    private void insert(
            String id, Instant at, String status, String owner, long queueTag, List<String> missions, String... tags) {
        store.insert(
                new StoredSchedule(
                        id,
                        "p",
                        owner,
                        status,
                        at,
                        null,
                        null,
                        null,
                        StoredSolve.first("PT30S", queueTag),
                        StoredProgress.NONE,
                        1,
                        1,
                        1,
                        0,
                        null,
                        null),
                List.of(tags),
                missions);
    }

    private static StoredRevision revision(int number, String author, String reason) {
        return new StoredRevision(number, MORNING, author, reason, "EDIT", 1, "FEASIBLE", 2.5, null);
    }

    @Test
    void pagesGoOnWhereTheyEndedAlsoAmongSchedulesOfOneInstant() {
        for (int i = 0; i < 7; i++) {
            insert("s" + i, MORNING.plusSeconds(i / 3), "SOLVED");
        }
        List<String> ids = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            SchedulePage page = store.page(null, null, null, cursor, 3).orElseThrow();
            page.items().forEach(item -> ids.add(item.id()));
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);

        assertThat(pages).isEqualTo(3);
        assertThat(ids).containsExactly("s6", "s5", "s4", "s3", "s2", "s1", "s0");
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        assertThat(store.page(null, null, null, "bm9uZQ", 3)).isEmpty();
        assertThat(store.page(null, null, null, "%%%", 3)).isEmpty();
    }

    @Test
    void statusAndTagChoose() {
        insert("a", MORNING, "SOLVED", "moon", "week", "week");
        insert("b", MORNING.plusSeconds(1), "FAILED", "moon");

        assertThat(store.page("SOLVED", null, null, null, 9).orElseThrow().items())
                .extracting(StoredSchedule::id)
                .containsExactly("a");
        assertThat(store.page(null, "moon", null, null, 9).orElseThrow().items())
                .extracting(StoredSchedule::id)
                .containsExactly("b", "a");
        assertThat(store.page("FAILED", "week", null, null, 9).orElseThrow().items())
                .isEmpty();
    }

    @Test
    void whoIsBoundToMissionsSeesWhatIsAboutNoneButThese() {
        insert("both", MORNING, "SOLVED", "ann", 0, List.of("KPLO", "IM-3"));
        insert("one", MORNING, "SOLVED", "ann", 0, List.of("KPLO"));
        insert("unknown", MORNING, "SOLVED", "ann", 0, List.of());

        assertThat(store.page(null, null, List.of("KPLO"), null, 9)
                        .orElseThrow()
                        .items())
                .extracting(StoredSchedule::id)
                .containsExactly("one");
        assertThat(store.missions("both")).containsExactly("IM-3", "KPLO");
    }

    @Test
    void everyChangeRaisesVersionAndEvent() {
        insert("a", MORNING, "QUEUED");
        assertThat(solves.claim("a", 1, "lease", MORNING.plusSeconds(1))).isTrue();
        assertThat(solves.search("a", "lease")).isTrue();
        assertThat(solves.checkpoint("a", "lease", new StoredProgress(1, 0.5, 10, 2.0, 3.0, 33.3333), "{best}"))
                .isTrue();
        assertThat(solves.checkpoint("a")).hasValue(new SolveStore.Checkpoint(4, "{best}"));
        assertThat(solves.checkpoint("a", "lease", new StoredProgress(2, 0.6, 11, 2.1, 3.0, 30.0), "{better}"))
                .isTrue();
        assertThat(solves.checkpointEvents(List.of("a", "b"))).containsExactly(Map.entry("a", 5L));
        assertThat(solves.finish(
                        "a",
                        "lease",
                        "SOLVED",
                        MORNING.plusSeconds(2),
                        null,
                        new StoredProgress(2, 1, 20, 2.5, 3.0, 16.6667),
                        1,
                        1,
                        1))
                .isTrue();

        StoredSchedule stored = store.find("a").orElseThrow();
        assertThat(stored.version()).isEqualTo(6);
        assertThat(stored.lastEvent()).isEqualTo(6);
        assertThat(stored.status()).isEqualTo("SOLVED");
        assertThat(stored.startedAt()).isEqualTo(MORNING.plusSeconds(1));
        assertThat(stored.finishedAt()).isEqualTo(MORNING.plusSeconds(2));
        assertThat(stored.progress()).isEqualTo(new StoredProgress(2, 1, 20, 2.5, 3.0, 16.6667));
        assertThat(stored.head()).isEqualTo(1);
        assertThat(solves.checkpoint("a")).isEmpty();
    }

    @Test
    void whoHasLostTheLeaseWritesNothingAnyMore() {
        insert("a", MORNING, "QUEUED");
        assertThat(solves.claim("a", 1, "first", MORNING)).isTrue();
        assertThat(solves.claim("a", 1, "second", MORNING.plusSeconds(9))).isTrue();
        StoredSchedule before = store.find("a").orElseThrow();

        assertThat(solves.search("a", "first")).isFalse();
        assertThat(solves.checkpoint("a", "first", StoredProgress.NONE, "{}")).isFalse();
        assertThat(solves.finish("a", "first", "SOLVED", MORNING, null, StoredProgress.NONE, 1, 1, null))
                .isFalse();
        assertThat(solves.stopRequested("a", "first")).isEmpty();

        assertThat(store.find("a")).hasValue(before);
        assertThat(before.startedAt()).isEqualTo(MORNING);
        assertThat(solves.stopRequested("a", "second")).hasValue(false);
        solves.requestStop("a");
        assertThat(solves.stopRequested("a", "second")).hasValue(true);
    }

    @Test
    void ownersTakeTurnsHoweverManySolvesEachHasWaiting() {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            insert("ann" + i, MORNING, "QUEUED", "ann", solves.nextQueueTag("ann"), List.of());
        }
        for (int i = 0; i < 2; i++) {
            insert("bob" + i, MORNING.plusSeconds(1), "QUEUED", "bob", solves.nextQueueTag("bob"), List.of());
        }
        store.inStates(List.of("QUEUED")).stream()
                .sorted(Comparator.comparing((StoredSchedule s) -> s.solve().queueTag())
                        .thenComparing(StoredSchedule::createdAt))
                .forEach(s -> order.add(s.id()));

        assertThat(order).containsExactly("ann0", "bob0", "ann1", "bob1", "ann2");

        solves.claim("ann0", 1, "x", MORNING);
        solves.claim("bob0", 1, "y", MORNING);
        solves.claim("ann1", 1, "z", MORNING);
        assertThat(solves.nextQueueTag("carl"))
                .as("who comes later is not served before the turns that are past")
                .isEqualTo(store.find("ann1").orElseThrow().solve().queueTag());
    }

    @Test
    void ofTwoWhoHaveSeenTheSameStateOneMovesTheHead() {
        insert("a", MORNING, "SOLVED");
        StoredSchedule seen = store.find("a").orElseThrow();

        assertThat(store.moveHead(seen, 1, 1, null, StoredProgress.NONE)).isTrue();
        assertThat(store.moveHead(seen, 1, 1, null, StoredProgress.NONE)).isFalse();
        assertThat(store.publish(seen, 1)).isFalse();
        assertThat(solves.requeue(seen, StoredSolve.first("PT1S", 1))).isFalse();
        assertThat(solves.requeue(store.find("a").orElseThrow(), StoredSolve.first("PT1S", 1)))
                .isTrue();
    }

    @Test
    void aSolveThatWaitsIsStoppedOnceAndOneThatRunsIsNot() {
        insert("waits", MORNING, "QUEUED");
        insert("runs", MORNING, "QUEUED");
        solves.claim("runs", 1, "lease", MORNING);

        assertThat(solves.waiting()).isEqualTo(1);
        assertThat(solves.waiting("ann")).isEqualTo(1);
        assertThat(solves.waiting("bob")).isZero();
        assertThat(solves.stopWaiting(store.find("waits").orElseThrow(), MORNING, "why", 0, null))
                .isTrue();
        assertThat(solves.stopWaiting(store.find("waits").orElseThrow(), MORNING, "why", 0, null))
                .isFalse();
        assertThat(solves.stopWaiting(store.find("runs").orElseThrow(), MORNING, "why", 0, null))
                .isFalse();
        assertThat(store.find("waits").orElseThrow().error()).isEqualTo("why");
    }

    @Test
    void aDeletedScheduleIsNotFoundButItsRevisionsStay() {
        insert("a", MORNING, "SOLVED");
        revisions.append("a", revision(1, "yeoju", "solved"), "{1}");
        revisions.append("a", revision(2, "someone", "moved a pass"), "{2}");
        revisions.name("a", 2, "draft", "someone", MORNING);
        revisions.name("a", 2, "for review", "someone", MORNING);
        revisions.publish("a", 1, "someone", MORNING);
        revisions.publish("a", 2, "someone", MORNING);

        assertThat(store.delete("a", MORNING.plusSeconds(9))).isTrue();
        assertThat(store.delete("a", MORNING.plusSeconds(9))).isFalse();

        assertThat(store.find("a")).isEmpty();
        assertThat(store.page(null, null, null, null, 9).orElseThrow().items()).isEmpty();
        assertThat(store.isEmpty()).isFalse();
        assertThat(revisions.all("a"))
                .extracting(StoredRevision::author, StoredRevision::name)
                .containsExactly(tuple("yeoju", null), tuple("someone", "for review"));
        assertThat(revisions.body("a", 1)).hasValue("{1}");
    }

    @Test
    void aRevisionIsNeverWrittenTwice() {
        insert("a", MORNING, "SOLVED");
        revisions.append("a", revision(1, "yeoju", "solved"), "{1}");

        assertThatThrownBy(() -> revisions.append("a", revision(1, "someone", "late"), "{2}"))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(revisions.body("a", 1)).hasValue("{1}");
    }
}
