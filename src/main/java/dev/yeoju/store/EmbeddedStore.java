package dev.yeoju.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The store without set-up: one H2 file. */
final class EmbeddedStore {
    private static final int DATABASE_ALREADY_OPEN = 90020;
    private static final int WRONG_FILE_FORMAT = 90048;
    private static final int FILE_CORRUPTED = 90030;

    private EmbeddedStore() {}

    /**
     * Makes the folder and tries the file out.
     *
     * @return its JDBC URL
     * @throws StoreException when the folder cannot be used or another process uses it
     */
    static String open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        prepare(folder);
        // WRITE_DELAY=0: a commit is in the file before it is acknowledged. H2 would write half a second later.
        // "retry": a thread that is interrupted while it reads does not close the file under all others.
        String url = "jdbc:h2:retry:" + folder.resolve("yeoju") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        tryOut(url, folder);
        return url;
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
                    new AccessDeniedException(folder.toString()));
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
