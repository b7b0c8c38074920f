package dev.yeoju.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Where a command's answer goes: a file, whole or not at all, or standard output. */
final class Output {
    private final Console console;
    private final @Nullable Path file;

    /**
     * Fails at once when the file could not be written: nobody wants to hear that after an hour's work.
     *
     * @param file null for standard output
     */
    Output(Console console, @Nullable Path file) {
        this.console = console;
        this.file = file;
        if (file == null) {
            return;
        }
        Path folder = folder(file);
        if (Files.isDirectory(file)) {
            throw CommandException.unusable("--out (" + file + ") is a folder. Maybe add a file's name.");
        }
        if (!Files.isDirectory(folder)) {
            throw CommandException.unusable(
                    "--out (" + file + "): there is no folder (" + folder + "). Maybe make it first.");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw CommandException.unusable("--out (" + file + ") may not be written. Maybe change its permissions.");
        }
    }

    /** Where the answer went, for a message. */
    String place() {
        return file == null ? "standard output" : file.toString();
    }

    void write(String text) {
        if (file == null) {
            console.out().print(text);
            console.out().flush();
            return;
        }
        try {
            write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw CommandException.unusable(
                    "--out (" + file + ") cannot be written: " + e.getMessage() + ". Maybe there is no room left.");
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A device or a pipe cannot be replaced.
            Files.write(file, content);
            return;
        }
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        Path part = Files.createTempFile(folder(target), "." + target.getFileName(), ".part");
        try {
            Files.write(part, content);
            if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(
                        part,
                        Files.exists(target)
                                ? Files.getPosixFilePermissions(target)
                                : PosixFilePermissions.fromString("rw-r--r--"));
            }
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
