package dev.yeoju.cli;

import dev.yeoju.exchange.ExplanationJson;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.RequestExplanation;
import dev.yeoju.model.Schedule;
import dev.yeoju.service.Engine;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Explains a schedule. */
@Command(
        name = "explain",
        description =
                "Says why requests are served as they are: per view period what blocks it and what it would displace,"
                        + " the smallest relaxations that would serve it, and where else its tracks could go. What it says fits was"
                        + " tried out.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(index = "0", paramLabel = "P.json", description = "The problem.")
    private Path problemFile;

    @Parameters(index = "1", paramLabel = "S.json", description = "The schedule.")
    private Path scheduleFile;

    @Option(
            names = "--request",
            paramLabel = "R",
            description =
                    "Id of a request, or a member of a series. Default: all that lack time, and the critical ones.")
    private @Nullable String request;

    @Option(names = "--out", paramLabel = "E.json", description = "Where the explanations go as JSON. Default: none.")
    private @Nullable Path out;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        Path orekitData = parent.orekitData();
        Output output = out == null ? null : new Output(console, out);
        Problem problem = InputFile.problem(problemFile);
        Schedule schedule = InputFile.schedule(scheduleFile);
        Engine engine = Pipeline.over(orekitData);
        ProblemInstance instance = InputFile.naming(
                        problemFile, () -> engine.prepare(problem, ProblemFiles.beside(problemFile), new StopSignal()))
                .instance();
        List<RequestExplanation> explanations =
                engine.explain(instance, schedule, request == null ? List.of() : List.of(request));
        if (request != null && explanations.isEmpty()) {
            throw CommandException.unusable("--request (" + request + ") is no request of " + problemFile
                    + " after expansion. Maybe a member of its series, \"" + request + "/1\".");
        }
        explanations.forEach(explanation -> ExplanationText.of(explanation).forEach(console.out()::println));
        if (output != null) {
            output.write(ExplanationJson.write(explanations));
        }
        console.out().flush();
        return ExitCode.DONE;
    }
}
