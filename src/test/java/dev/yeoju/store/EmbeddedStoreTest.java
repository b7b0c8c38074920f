package dev.yeoju.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store over a real H2 file. */
class EmbeddedStoreTest {
    @TempDir
    Path folder;

    private static HikariDataSource open(Path folder) {
        return (HikariDataSource) new StoreConfiguration().dataSource("", "", "", folder, 2);
    }

    @Test
    void whatIsCommittedIsInTheFileWhenTheProcessDies() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (HikariDataSource source = StoreKind.EMBEDDED.open(folder)) {
            EphemerisStore store = new EphemerisStore(JdbcClient.create(source));
            store.insert(new EphemerisStore.Entry("a", Instant.parse("2026-11-23T06:00:00Z"), "ann", "{}"), "x");
            // What a killed process leaves: the file as it is now, with nothing closed.
            Files.copy(folder.resolve("yeoju.mv.db"), copy.resolve("yeoju.mv.db"));
        }

        try (HikariDataSource other = open(copy)) {
            assertThat(new EphemerisStore(JdbcClient.create(other)).find("a")).isPresent();
        }
    }

    @Test
    void aThreadThatIsInterruptedDoesNotCloseTheStoreForOthers() throws SQLException {
        try (HikariDataSource source = StoreKind.EMBEDDED.open(folder)) {
            AuditStore audit = new AuditStore(JdbcClient.create(source));
            Thread.currentThread().interrupt();
            audit.append(Instant.parse("2026-11-23T06:00:00Z"), "ann", "test", "a", "");
            Thread.interrupted();

            audit.append(Instant.parse("2026-11-23T06:00:01Z"), "ann", "test", "b", "");
            assertThat(audit.page(null, Long.MAX_VALUE, 9))
                    .extracting(AuditStore.Entry::subject)
                    .containsExactly("b", "a");
        }
    }

    @Test
    void aStoreOfTheFirstVersionIsTakenOver() throws SQLException {
        try (HikariDataSource source = open(folder)) {
            Flyway.configure().dataSource(source).target("1").load().migrate();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "insert into schedules (id, problem, status, created_at, time_limit, elapsed_s, fraction,"
                                + " steps, version, last_event, body, resolved, requests, view_periods, warnings, checkpoint)"
                                + " values ('a', 'p', 'SOLVED', timestamp with time zone '2026-11-23 06:00:00Z', 'PT30S', 1, 1, 2,"
                                + " 5, 9, 'the body', '{}', '[]', '[1]', '[\"w\"]', '{best}')");
                statement.execute("insert into schedule_revisions values ('a', 1, timestamp with time zone"
                        + " '2026-11-23 06:00:00Z', 'yeoju', 'solved', '{1}')");
            }
            Flyway.configure().dataSource(source).load().migrate();
            JdbcClient jdbc = JdbcClient.create(source);

            StoredSchedule found = new ScheduleStore(jdbc).find("a").orElseThrow();
            assertThat(found.head()).isEqualTo(1);
            assertThat(found.proof()).isEqualTo(1);
            assertThat(found.owner()).isEqualTo("local");
            assertThat(new ProblemTextStore(jdbc).find("a", 1))
                    .hasValue(new ProblemTexts("the body", "{}", "[]", "[1]", "[\"w\"]", null));
            assertThat(new RevisionStore(jdbc).all("a"))
                    .extracting(StoredRevision::kind)
                    .isEqualTo(List.of("SOLVE"));
            assertThat(new SolveStore(jdbc).checkpoint("a")).hasValue(new SolveStore.Checkpoint(9, "{best}"));
        }
    }
}
