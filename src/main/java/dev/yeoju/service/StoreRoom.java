package dev.yeoju.service;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Whether the embedded store's disk has room for more. H2 closes a file that it cannot write to the end, so nothing new is
 * taken before that: what there is can be read, and solves that run can keep what they find.
 */
@Component
class StoreRoom {
    private final Path path;
    private final DataSize least;
    private final @Nullable FileStore disk;

    /** @param url of PostgreSQL, which says itself when it has no room; empty for the embedded store */
    StoreRoom(
            @Value("${yeoju.store.url}") String url,
            @Value("${yeoju.store.path}") Path path,
            @Value("${yeoju.store.least-room}") DataSize least) {
        this.path = path;
        this.least = least;
        this.disk = url.isEmpty() ? disk(path) : null;
    }

    private static @Nullable FileStore disk(Path path) {
        try {
            return Files.getFileStore(Files.createDirectories(path));
        } catch (IOException e) {
            // A folder that cannot be used is said where the store is opened.
            return null;
        }
    }

    /** @throws ServiceException FULL */
    void require() {
        if (disk == null) {
            return;
        }
        long free;
        try {
            free = disk.getUsableSpace();
        } catch (IOException e) {
            // Nobody knows: the store says itself what it cannot do.
            return;
        }
        if (free < least.toBytes()) {
            throw new ServiceException(
                    ServiceException.Kind.FULL,
                    "The disk of the store (" + path + ") has "
                            + DataSize.ofBytes(free).toMegabytes()
                            + " MB left, less than yeoju.store.least-room (" + least.toMegabytes()
                            + " MB): nothing new is taken, and nothing is lost. Maybe make room; it is taken again then.");
        }
    }
}
