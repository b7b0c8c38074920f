package dev.yeoju.cli;

import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Where a command writes: its answer to standard output, all else to standard error.
 *
 * @param out the answer
 * @param err messages and progress
 * @param terminal whether a person watches standard error, so that a line may be drawn over
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {
    /** One message. */
    void error(String line) {
        err.println("yeoju: " + line);
        err.flush();
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true);
    }
}
