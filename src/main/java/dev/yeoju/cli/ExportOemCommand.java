package dev.yeoju.cli;

import dev.yeoju.model.Problem;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A spacecraft's trajectory as an ephemeris file. */
@Command(
        name = "export-oem",
        description =
                "Writes a spacecraft's trajectory over the problem's horizon as a CCSDS OEM, good to a metre between its"
                        + " states.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class ExportOemCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(paramLabel = "P.json", description = "The problem.")
    private Path problemFile;

    @Option(names = "--spacecraft", required = true, paramLabel = "ID", description = "Which of its spacecraft.")
    private String spacecraft;

    @Option(names = "--out", paramLabel = "F.oem", description = "Where the ephemeris goes. Default: standard output.")
    private @Nullable Path out;

    ExportOemCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        Path orekitData = parent.orekitData();
        Output output = new Output(console, out);
        Problem problem = InputFile.problem(problemFile);
        output.write(InputFile.naming(
                problemFile,
                () -> Pipeline.over(orekitData)
                        .oem(problem, ProblemFiles.beside(problemFile), spacecraft, Instant.now())));
        console.err().println("ephemeris of " + spacecraft + " in " + output.place());
        console.err().flush();
        return ExitCode.DONE;
    }
}
