package dev.yeoju.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** The databases that the store runs on. */
public enum StoreKind {
    EMBEDDED,
    POSTGRES;

    /** A new, migrated store, opened as the service opens it. */
    HikariDataSource open(Path folder) {
        String url = this == EMBEDDED ? "" : PostgresServer.newDatabase();
        HikariDataSource source = (HikariDataSource) new StoreConfiguration().dataSource(url, "", "", folder, 4);
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }
}
