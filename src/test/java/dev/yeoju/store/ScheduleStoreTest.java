package dev.yeoju.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store over a real H2 file. */
class ScheduleStoreTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");

    @TempDir
    Path folder;

    private HikariDataSource dataSource;
    private ScheduleStore store;
    private RevisionStore revisions;

    @BeforeEach
    void open() {
        dataSource = (HikariDataSource) new StoreConfiguration().dataSource(folder, 2);
        Flyway.configure().dataSource(dataSource).load().migrate();
        store = new ScheduleStore(JdbcClient.create(dataSource));
        revisions = new RevisionStore(JdbcClient.create(dataSource));
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    private void insert(String id, Instant at, String status, String... tags) {
        store.insert(
                new StoredSchedule(id, "p", status, at, null, null, null, "PT30S", StoredProgress.NONE, 1, 0),
                List.of(tags),
                new ScheduleTexts("body", "{}", "[]", null, "[]"));
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
            SchedulePage page = store.page(null, null, cursor, 3).orElseThrow();
            page.items().forEach(item -> ids.add(item.id()));
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);

        assertThat(pages).isEqualTo(3);
        assertThat(ids).containsExactly("s6", "s5", "s4", "s3", "s2", "s1", "s0");
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        assertThat(store.page(null, null, "bm9uZQ", 3)).isEmpty();
        assertThat(store.page(null, null, "%%%", 3)).isEmpty();
    }

    @Test
    void statusAndTagChoose() {
        insert("a", MORNING, "SOLVED", "moon", "week", "week");
        insert("b", MORNING.plusSeconds(1), "FAILED", "moon");

        assertThat(store.page("SOLVED", null, null, 9).orElseThrow().items())
                .extracting(StoredSchedule::id)
                .containsExactly("a");
        assertThat(store.page(null, "moon", null, 9).orElseThrow().items())
                .extracting(StoredSchedule::id)
                .containsExactly("b", "a");
        assertThat(store.page("FAILED", "week", null, 9).orElseThrow().items()).isEmpty();
    }

    @Test
    void everyChangeRaisesTheVersion() {
        insert("a", MORNING, "QUEUED");
        store.start("a", "VISIBILITY", MORNING.plusSeconds(1));
        store.prepare("a", "SOLVING", "[1]", "[\"w\"]");
        store.checkpoint("a", new StoredProgress(1, 0.5, 10, 2.0, 3.0, 33.3333), "{best}");
        assertThat(store.checkpoint("a")).hasValue("{best}");
        store.finish("a", "SOLVED", MORNING.plusSeconds(2), null, new StoredProgress(2, 1, 20, 2.5, 3.0, 16.6667), 9);

        StoredSchedule stored = store.find("a").orElseThrow();
        assertThat(stored.version()).isEqualTo(5);
        assertThat(stored.status()).isEqualTo("SOLVED");
        assertThat(stored.startedAt()).isEqualTo(MORNING.plusSeconds(1));
        assertThat(stored.finishedAt()).isEqualTo(MORNING.plusSeconds(2));
        assertThat(stored.progress()).isEqualTo(new StoredProgress(2, 1, 20, 2.5, 3.0, 16.6667));
        assertThat(stored.lastEvent()).isEqualTo(9);
        assertThat(store.checkpoint("a")).isEmpty();
        assertThat(store.texts("a").orElseThrow().viewPeriods()).isEqualTo("[1]");
    }

    @Test
    void aDeletedScheduleIsNotFoundButItsRevisionsStay() {
        insert("a", MORNING, "SOLVED");
        assertThat(revisions.append("a", MORNING, "yeoju", "solved", "{1}")).isEqualTo(1);
        assertThat(revisions.append("a", MORNING, "someone", "moved a pass", "{2}"))
                .isEqualTo(2);

        assertThat(store.delete("a", MORNING.plusSeconds(9))).isTrue();
        assertThat(store.delete("a", MORNING.plusSeconds(9))).isFalse();

        assertThat(store.find("a")).isEmpty();
        assertThat(store.texts("a")).isEmpty();
        assertThat(store.page(null, null, null, 9).orElseThrow().items()).isEmpty();
        assertThat(store.isEmpty()).isFalse();
        assertThat(revisions.all("a")).extracting(StoredRevision::body).containsExactly("{1}", "{2}");
        assertThat(revisions.latest("a").orElseThrow().author()).isEqualTo("someone");
    }

    @Test
    void whatIsCommittedIsInTheFileWhenTheProcessDies() throws IOException {
        insert("a", MORNING, "QUEUED");
        Path copy = Files.createDirectory(folder.resolve("copy"));
        // What a killed process leaves: the file as it is now, with nothing closed.
        Files.copy(folder.resolve("yeoju.mv.db"), copy.resolve("yeoju.mv.db"));

        try (HikariDataSource other = (HikariDataSource) new StoreConfiguration().dataSource(copy, 1)) {
            assertThat(new ScheduleStore(JdbcClient.create(other)).find("a")).isPresent();
        }
    }
}
