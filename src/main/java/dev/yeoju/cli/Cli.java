package dev.yeoju.cli;

import dev.yeoju.model.InvalidInputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line. Every way to fail ends in one line a fault and the right exit code, never in a stack trace. */
public final class Cli {
    private final Console console;

    Cli(Console console) {
        this.console = console;
    }

    /** Runs the command and ends the process, unless the command is the service, which goes on. */
    public static void main(String[] args) {
        // JSON on standard output is UTF-8 whatever the locale; messages go as the terminal wants them.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        Console console = new Console(out, System.err, Terminal.isErrorStream());
        int code = new Cli(console).run(args);
        out.flush();
        if (code != ServeCommand.RUNNING) {
            System.exit(code);
        }
    }

    /** Runs the command and returns its exit code. */
    int run(String... args) {
        CommandLine line = new CommandLine(new YeojuCommand(), new CommandFactory(console))
                .setOut(console.outWriter())
                .setErr(console.errWriter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((e, unused) -> wrongOptions(e))
                .setExecutionExceptionHandler((e, command, result) -> failed(e));
        try {
            return line.execute(args);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failed(e);
        }
    }

    private int wrongOptions(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                message += ". Maybe " + String.join(" or ", near) + " is meant";
            }
        }
        console.error(message.strip().replaceAll("\\s*\\R\\s*", " "));
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        console.error("Try (" + name + " --help).");
        return ExitCode.UNUSABLE;
    }

    private int failed(Throwable e) {
        if (e instanceof CommandException command) {
            command.lines().forEach(console::error);
            return command.exitCode();
        }
        if (e instanceof InvalidInputException invalid) {
            invalid.faults().forEach(fault -> console.error(fault.toString()));
            return ExitCode.UNUSABLE;
        }
        console.error(InternalError.report(e));
        return ExitCode.INTERNAL;
    }
}
