package dev.yeoju.cli;

import java.util.List;

/** Ends a command with one clear line a fault. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient List<String> lines;

    CommandException(int exitCode, List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    /** Input or options that cannot be used. */
    static CommandException unusable(String line) {
        return new CommandException(ExitCode.UNUSABLE, List.of(line));
    }

    int exitCode() {
        return exitCode;
    }

    List<String> lines() {
        return lines;
    }
}
