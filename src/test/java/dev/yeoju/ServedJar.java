package dev.yeoju;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service on a free port, with a store of its own. */
final class ServedJar implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready at (http://localhost:\\d+)");
    private static final int TRIES = 1200;

    private final JarProcess process;
    private final String url;

    private ServedJar(JarProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** @param settings beside the port and the store */
    static ServedJar start(Path folder, String... settings) throws IOException, InterruptedException {
        List<String> args =
                new ArrayList<>(List.of("serve", "--port", "0", "--yeoju.store.path=" + folder.resolve("store")));
        args.addAll(List.of(settings));
        JarProcess process = JarProcess.start(folder, args);
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            Matcher ready = READY.matcher(process.out());
            if (ready.find()) {
                return new ServedJar(process, ready.group(1));
            }
            Thread.sleep(100);
        }
        String said = process.out() + process.err();
        process.close();
        throw new IllegalStateException("The service did not start: " + said);
    }

    String url() {
        return url;
    }

    JarProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
