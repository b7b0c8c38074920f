package dev.yeoju.cli;

import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes a schedule in another format. */
@Command(
        name = "export",
        description = "Writes a schedule in another format. Whether it is valid is the command check's to say.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(paramLabel = "S.json", description = "The schedule.")
    private Path scheduleFile;

    @Option(names = "--problem", required = true, paramLabel = "P.json", description = "The problem that it solves.")
    private Path problemFile;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}.")
    private ExportFormat format;

    @Option(names = "--out", paramLabel = "F", description = "Where the answer goes. Default: standard output.")
    private @Nullable Path out;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        Path orekitData = parent.orekitData();
        Output output = new Output(console, out);
        List<String> faults = new ArrayList<>();
        Optional<Problem> problem = InputFile.collecting(faults, () -> InputFile.problem(problemFile));
        Optional<Schedule> schedule = InputFile.collecting(faults, () -> InputFile.schedule(scheduleFile));
        if (problem.isEmpty() || schedule.isEmpty()) {
            throw new CommandException(ExitCode.UNUSABLE, faults);
        }
        ProblemInstance instance = InputFile.naming(
                        problemFile,
                        () -> Pipeline.over(orekitData)
                                .prepare(problem.get(), ProblemFiles.beside(problemFile), new StopSignal()))
                .instance();
        output.write(InputFile.naming(scheduleFile, () -> format.write(instance, schedule.get())));
        console.err().println(schedule.get().tracks().size() + " tracks in " + output.place());
        console.err().flush();
        return ExitCode.DONE;
    }
}
