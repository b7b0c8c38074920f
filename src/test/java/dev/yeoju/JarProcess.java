package dev.yeoju;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own. */
final class JarProcess implements AutoCloseable {
    /** What a finished process answered. */
    record Answer(int code, String out, String err) {}

    private final Process process;
    private final Path out;
    private final Path err;

    private JarProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Path jar() {
        return Path.of(System.getProperty("yeoju.jar", "target/yeoju.jar"));
    }

    static JarProcess start(Path folder, List<String> args) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar().toString()));
        command.addAll(args);
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new JarProcess(process, out, err);
    }

    static Answer run(Path folder, String... args) throws IOException, InterruptedException {
        try (JarProcess process = start(folder, List.of(args))) {
            if (!process.process.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The program did not end: " + List.of(args));
            }
            return new Answer(process.process.exitValue(), process.out(), process.err());
        }
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, as Ctrl-C or a service manager would. */
    Answer terminate() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The program did not end when asked.");
        }
        return new Answer(process.exitValue(), out(), err());
    }

    /** Kills it (SIGKILL) and waits until it is gone: it has no say in that. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
