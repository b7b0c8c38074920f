package dev.yeoju.cli;

import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.service.CheckReport;
import dev.yeoju.service.Engine;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Checks a schedule. */
@Command(
        name = "check",
        description =
                "Checks a schedule against its problem from the rules alone: every rule, and every figure it claims.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        footerHeading = "%n",
        footer = "Exit code 0 when it is valid, 1 when it is not.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(index = "0", paramLabel = "P.json", description = "The problem.")
    private Path problemFile;

    @Parameters(index = "1", paramLabel = "S.json", description = "The schedule.")
    private Path scheduleFile;

    @Option(names = "--bound", description = "Prove the bound again from the schedule's certificate.")
    private boolean bound;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        Path orekitData = parent.orekitData();
        Problem problem = InputFile.problem(problemFile);
        Schedule schedule = InputFile.schedule(scheduleFile);
        Engine engine = Pipeline.over(orekitData);
        ProblemInstance instance = InputFile.naming(
                        problemFile, () -> engine.prepare(problem, ProblemFiles.beside(problemFile), new StopSignal()))
                .instance();
        CheckReport report = engine.check(instance, schedule, bound);
        PrintStream out = console.out();
        report.violations()
                .forEach(violation ->
                        out.println("violation " + violation.id() + " " + violation.code() + ": " + violation.text()));
        report.claims().forEach(claim -> out.println("claim " + claim));
        if (report.provenBound() != null) {
            out.println("bound proven again: " + Numbers.hours(report.provenBound()));
        }
        if (report.isValid()) {
            out.println("valid: " + schedule.tracks().size() + " tracks, value " + Numbers.hours(report.value()));
        } else {
            out.println("not valid: " + report.violations().size() + " violations, "
                    + report.claims().size() + " wrong claims");
        }
        out.flush();
        return report.isValid() ? ExitCode.DONE : ExitCode.NO;
    }
}
