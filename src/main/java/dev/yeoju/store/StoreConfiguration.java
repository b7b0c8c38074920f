package dev.yeoju.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the store: a PostgreSQL database where one is named, else one H2 file in a folder of the planner's. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
    private static final long CONNECT_MS = 10_000;

    /**
     * @param url of a PostgreSQL database; empty for the embedded store
     * @param path the embedded store's folder; made when it is not there
     * @throws StoreException when the store cannot be opened
     */
    @Bean
    public DataSource dataSource(
            @Value("${yeoju.store.url:}") String url,
            @Value("${yeoju.store.user:}") String user,
            @Value("${yeoju.store.password:}") String password,
            @Value("${yeoju.store.path}") Path path,
            @Value("${yeoju.store.connections}") int connections) {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(CONNECT_MS);
        if (url.isEmpty()) {
            config.setJdbcUrl(EmbeddedStore.open(path));
            config.setExceptionOverride(new ClosedStore());
            return new HikariDataSource(config);
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StoreException(
                    "yeoju.store.url (" + url + ") is not a PostgreSQL database's. Maybe"
                            + " jdbc:postgresql://HOST/DATABASE, or leave it out for the embedded store.",
                    new IllegalArgumentException(url));
        }
        config.setJdbcUrl(url);
        if (!user.isEmpty()) {
            config.setUsername(user);
            config.setPassword(password);
        }
        // A server that is not there is said below, in one line.
        config.setInitializationFailTimeout(-1);
        HikariDataSource source = new HikariDataSource(config);
        try (Connection connection = source.getConnection()) {
            connection.getMetaData();
            return source;
        } catch (SQLException e) {
            source.close();
            throw new StoreException(
                    "The database (" + url + ") cannot be reached: " + e.getMessage()
                            + ". Maybe it is not running, or yeoju.store.user and yeoju.store.password are wrong.",
                    e);
        }
    }
}
