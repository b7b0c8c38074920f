package dev.yeoju.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Writes the details of an error of the program itself to a file, for whoever mends it. */
final class InternalError {
    private InternalError() {}

    /** Logs the error and returns the one line for the person at the terminal. */
    static String report(Throwable error) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        String cause = error.getClass().getSimpleName();
        try {
            Path log = Path.of(System.getProperty("java.io.tmpdir"), "yeoju-error-" + id + ".log");
            Files.writeString(log, trace.toString());
            return "Internal error " + id + " (" + cause + "). The details are in " + log
                    + ". Maybe report it with that file and the problem.";
        } catch (IOException e) {
            return "Internal error " + id + " (" + cause + ": " + error.getMessage()
                    + "). The details could not be logged (" + e.getMessage() + ").";
        }
    }
}
