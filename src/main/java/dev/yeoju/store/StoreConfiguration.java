package dev.yeoju.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the embedded store: one H2 file, in a folder of the planner's. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
    private static final int DATABASE_ALREADY_OPEN = 90020;
    private static final int WRONG_FILE_FORMAT = 90048;
    private static final int FILE_CORRUPTED = 90030;

    /**
     * @param path the folder; made when it is not there
     * @throws StoreException when the folder cannot be used or another process uses it
     */
    @Bean
    public DataSource dataSource(
            @Value("${yeoju.store.path}") Path path,
            @Value("${spring.datasource.hikari.maximum-pool-size:8}") int poolSize) {
        Path folder = path.toAbsolutePath().normalize();
        prepare(folder);
        // WRITE_DELAY=0: a commit is in the file before it is acknowledged. H2 would write half a second later.
        String url = "jdbc:h2:file:" + folder.resolve("yeoju") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        tryOut(url, folder);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(poolSize);
        return new HikariDataSource(config);
    }

    private static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "The store's folder (" + folder + ") cannot be made: "
                            + e.getClass().getSimpleName() + ". Maybe choose another with --yeoju.store.path=DIR.",
                    e);
        }
        if (folder.toString().contains(";")) {
            throw new StoreException(
                    "The store's folder (" + folder + ") has a semicolon in its name. Maybe choose another with"
                            + " --yeoju.store.path=DIR.",
                    new IllegalArgumentException("semicolon"));
        }
        if (!Files.isWritable(folder)) {
            throw new StoreException(
                    "The store's folder (" + folder + ") may not be written. Maybe change its permissions, or choose"
                            + " another with --yeoju.store.path=DIR.",
                    new java.nio.file.AccessDeniedException(folder.toString()));
        }
    }

    private static void tryOut(String url, Path folder) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.getMetaData();
        } catch (SQLException e) {
            String why = switch (e.getErrorCode()) {
                case DATABASE_ALREADY_OPEN ->
                    "The store in (" + folder + ") is in use by another process. Maybe another Yeoju is running;"
                            + " stop it, or choose another folder with --yeoju.store.path=DIR.";
                case WRONG_FILE_FORMAT, FILE_CORRUPTED ->
                    "The store in (" + folder + ") cannot be read: " + e.getMessage()
                            + ". Maybe restore it from a backup, or choose another folder with"
                            + " --yeoju.store.path=DIR.";
                default -> "The store in (" + folder + ") cannot be opened: " + e.getMessage() + ".";
            };
            throw new StoreException(why, e);
        }
    }
}
