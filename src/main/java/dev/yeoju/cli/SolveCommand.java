package dev.yeoju.cli;

import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.service.Engine;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.Prepared;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Solves a problem. */
@Command(
        name = "solve",
        description = "Solves a problem. Ctrl-C ends the search and keeps the best schedule found.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(paramLabel = "P.json", description = "The problem.")
    private Path file;

    @Option(
            names = "--time-limit",
            paramLabel = "PT30S",
            converter = DurationConverter.class,
            description = "How long to search. Default: the problem's.")
    private @Nullable Duration timeLimit;

    @Option(
            names = "--step-limit",
            paramLabel = "N",
            description = "Most steps of the search, 0 for no limit. Without --time-limit the steps alone count, and"
                    + " every run gives the same schedule. Default: the problem's.")
    private @Nullable Long stepLimit;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the random numbers. Default: the problem's.")
    private @Nullable Long seed;

    @Option(
            names = "--objective",
            paramLabel = "throughput|balanced|fair",
            converter = PresetConverter.class,
            description = "What a schedule is worth. Default: the problem's.")
    private Objective.@Nullable Preset objective;

    @Option(names = "--out", paramLabel = "S.json", description = "Where the schedule goes. Default: standard output.")
    private @Nullable Path out;

    SolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        if (stepLimit != null && stepLimit < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--step-limit (" + stepLimit + ") is negative. Maybe 0 for no limit.");
        }
        Path orekitData = parent.orekitData();
        Output output = new Output(console, out);
        Problem problem = overridden(InputFile.problem(file));
        Engine engine = Pipeline.over(orekitData);
        StopSignal stop = new StopSignal();
        try (Interrupt interrupt = Interrupt.stopping(stop)) {
            Prepared prepared = InputFile.naming(file, () -> engine.prepare(problem, ProblemFiles.beside(file), stop));
            prepared.instance().warnings().forEach(warning -> console.error("warning: " + warning));
            ProgressLine line = new ProgressLine(console);
            Schedule schedule;
            try {
                schedule = engine.solve(prepared.instance(), Pipeline.SEARCHES, line, stop);
            } finally {
                line.end();
            }
            output.write(ScheduleJson.write(schedule));
            Summary.of(schedule).forEach(console.err()::println);
            console.err().println("schedule in " + output.place() + "; the checker agrees");
            console.err().flush();
            return ExitCode.DONE;
        } catch (CancellationException e) {
            throw CommandException.unusable("Stopped before a schedule was found; nothing is written.");
        }
    }

    private Problem overridden(Problem problem) {
        SolverOptions given = problem.solver();
        Duration time = timeLimit;
        if (time == null) {
            time = stepLimit != null && stepLimit > 0 ? SolverOptions.NO_TIME_LIMIT : given.timeLimit();
        }
        Problem changed = problem.withSolver(new SolverOptions(
                time, stepLimit == null ? given.stepLimit() : stepLimit, seed == null ? given.seed() : seed));
        return objective == null ? changed : changed.withObjective(objective.objective());
    }
}
