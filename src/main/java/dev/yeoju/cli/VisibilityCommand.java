package dev.yeoju.cli;

import dev.yeoju.exchange.ViewPeriodJson;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.service.Engine;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Computes view periods. */
@Command(
        name = "visibility",
        description = "Computes when each antenna of a problem sees each spacecraft.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class VisibilityCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(paramLabel = "P.json", description = "The problem.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "V.json",
            description = "Where the view periods go. Default: standard output.")
    private @Nullable Path out;

    VisibilityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        Path orekitData = parent.orekitData();
        Output output = new Output(console, out);
        Problem problem = InputFile.problem(file);
        Engine engine = Pipeline.over(orekitData);
        ProblemInstance instance = InputFile.naming(
                        file, () -> engine.prepare(problem, ProblemFiles.beside(file), new StopSignal()))
                .instance();
        output.write(ViewPeriodJson.write(instance.viewPeriods(), instance.warnings()));
        instance.warnings().forEach(warning -> console.error("warning: " + warning));
        instance.absences()
                .forEach(absence -> console.error("warning: " + absence.antenna() + " never sees "
                        + absence.spacecraft() + ": " + absence.text()));
        console.err().println(instance.viewPeriods().size() + " view periods in " + output.place());
        console.err().flush();
        return ExitCode.DONE;
    }
}
