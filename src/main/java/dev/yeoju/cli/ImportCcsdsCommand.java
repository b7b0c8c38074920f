package dev.yeoju.cli;

import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
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

/** A CCSDS Simple Schedule to a schedule of a problem. */
@Command(
        name = "ccsds",
        description =
                "Makes a schedule from a CCSDS Simple Schedule (902.1-B-1): committed activities are pinned, tentative"
                        + " ones are not. Broken rules are said, and in the schedule.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class ImportCcsdsCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private ImportCommand parent;

    @Parameters(paramLabel = "F.xml", description = "The Simple Schedule.")
    private Path file;

    @Option(names = "--problem", required = true, paramLabel = "P.json", description = "The problem that it answers.")
    private Path problemFile;

    @Option(names = "--out", paramLabel = "S.json", description = "Where the schedule goes. Default: standard output.")
    private @Nullable Path out;

    ImportCcsdsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        Path orekitData = parent.orekitData();
        Output output = new Output(console, out);
        Problem problem = InputFile.problem(problemFile);
        Engine engine = Pipeline.over(orekitData);
        ProblemInstance instance = InputFile.naming(
                        problemFile, () -> engine.prepare(problem, ProblemFiles.beside(problemFile), new StopSignal()))
                .instance();
        Schedule schedule = engine.compose(instance, InputFile.ccsdsTracks(file, instance));
        output.write(ScheduleJson.write(schedule));
        schedule.violations()
                .forEach(violation -> console.error("broken rule " + violation.code() + ": " + violation.text()));
        console.err().println(schedule.tracks().size() + " tracks in " + output.place());
        console.err().flush();
        return ExitCode.DONE;
    }
}
