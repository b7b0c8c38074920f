package dev.yeoju.cli;

import dev.yeoju.exchange.ChangeReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Replan;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.service.Engine;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.Prepared;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.Replanned;
import dev.yeoju.service.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Answers changes to a published schedule. */
@Command(
        name = "replan",
        description =
                "Answers changes to a published schedule with the best schedule that changes least, and says of every"
                        + " track that is not as it was why.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        footerHeading = "%n",
        footer = "Exit code 0 when the answer can be flown, 1 when what is frozen or pinned breaks a rule.",
        mixinStandardHelpOptions = true)
final class ReplanCommand implements Callable<Integer> {
    private static final int MOST_ALTERNATIVES = 5;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(index = "0", paramLabel = "P.json", description = "The problem.")
    private Path problemFile;

    @Parameters(index = "1", paramLabel = "S.json", description = "Its published schedule.")
    private Path scheduleFile;

    @Option(names = "--change", paramLabel = "C.json", required = true, description = "What changed.")
    private Path changeFile;

    @Option(
            names = "--alternatives",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many schedules with other trades between value and changes to look for, 0 to 5; they go"
                    + " beside --out as S2-1.json, S2-2.json … Default: ${DEFAULT-VALUE}.")
    private int alternatives;

    @Option(
            names = "--step-limit",
            paramLabel = "N",
            description = "Most steps of a search; the steps alone count then, and every run gives the same answer."
                    + " Default: enough for a week of a network, and at most three seconds.")
    private @Nullable Long stepLimit;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the random numbers. Default: the problem's.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "S2.json", description = "Where the schedule goes. Default: standard output.")
    private @Nullable Path out;

    @Option(
            names = "--problem-out",
            paramLabel = "P2.json",
            description =
                    "Where the changed problem goes, the former schedule in it as published: what check and explain"
                            + " take beside S2.json.")
    private @Nullable Path problemOut;

    ReplanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        if (alternatives < 0 || alternatives > MOST_ALTERNATIVES) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--alternatives (" + alternatives + ") is not 0 to " + MOST_ALTERNATIVES + ". Maybe 3.");
        }
        if (stepLimit != null && stepLimit <= 0) {
            throw new ParameterException(
                    spec.commandLine(), "--step-limit (" + stepLimit + ") is not positive. Maybe leave it out.");
        }
        Path orekitData = parent.orekitData();
        Output output = new Output(console, out);
        Output problemOutput = problemOut == null ? null : new Output(console, problemOut);
        Problem problem = InputFile.problem(problemFile);
        Schedule schedule = InputFile.schedule(scheduleFile);
        ChangeSet changes = InputFile.read(changeFile, bytes -> ChangeReader.read(bytes, problem));
        Engine engine = Pipeline.over(orekitData);
        StopSignal stop = new StopSignal();
        try (Interrupt interrupt = Interrupt.stopping(stop)) {
            ProblemFiles files = ProblemFiles.beside(problemFile);
            Prepared prepared = InputFile.naming(problemFile, () -> engine.prepare(problem, files, new StopSignal()));
            Replanned replanned = InputFile.naming(
                    changeFile,
                    () -> engine.replan(
                            prepared.instance(),
                            files,
                            schedule.tracks(),
                            changes,
                            alternatives,
                            options(problem),
                            stop));
            return tell(replanned.replan(), output, problemOutput);
        }
    }

    private SolverOptions options(Problem problem) {
        long chosen = seed == null ? problem.solver().seed() : seed;
        SolverOptions usual = Engine.REPLAN_OPTIONS;
        return stepLimit == null
                ? new SolverOptions(usual.timeLimit(), usual.stepLimit(), chosen)
                : new SolverOptions(SolverOptions.NO_TIME_LIMIT, stepLimit, chosen);
    }

    private int tell(Replan replan, Output output, @Nullable Output problemOutput) {
        replan.notes().forEach(note -> console.error("note: " + note));
        Replan.Answer first = replan.answers().get(0);
        output.write(ScheduleJson.write(first.schedule()));
        if (problemOutput != null) {
            problemOutput.write(ProblemWriter.toJson(first.instance().problem()));
        }
        DiffText.of(first, replan.standings()).forEach(console.err()::println);
        Summary.of(first.schedule()).forEach(console.err()::println);
        console.err().println("schedule in " + output.place() + "; the checker agrees");
        List<String> others = new ArrayList<>();
        for (int k = 1; k < replan.answers().size(); k++) {
            Replan.Answer other = replan.answers().get(k);
            String place = "";
            if (out != null) {
                Output beside = new Output(console, beside(out, k));
                beside.write(ScheduleJson.write(other.schedule()));
                place = " in " + beside.place();
            }
            others.add("alternative " + k + ": " + DiffText.trade(other) + place);
        }
        if (alternatives > 0 && others.isEmpty()) {
            others.add("no alternative trades value against changes");
        }
        others.forEach(console.err()::println);
        console.err().flush();
        boolean feasible = first.schedule().violations().isEmpty();
        first.schedule().violations().forEach(violation -> console.error(violation.code() + ": " + violation.text()));
        return feasible ? ExitCode.DONE : ExitCode.NO;
    }

    /** {@code S2.json} -> {@code S2-1.json}. */
    private static Path beside(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(
                dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot));
    }
}
