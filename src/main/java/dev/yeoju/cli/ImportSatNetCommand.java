package dev.yeoju.cli;

import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.exchange.SatNet;
import dev.yeoju.exchange.SatNetDowntime;
import dev.yeoju.exchange.SatNetRequest;
import dev.yeoju.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A SatNet week to a problem. */
@Command(
        name = "satnet",
        description = "Makes a problem from a week of the SatNet benchmark, by the stricter reading of its rules.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class ImportSatNetCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", description = "The week's requests.")
    private Path requestFile;

    @Parameters(index = "1", paramLabel = "MAINTENANCE.csv", description = "The antennas' downtimes.")
    private Path maintenanceFile;

    @Option(names = "--out", paramLabel = "P.json", description = "Where the problem goes. Default: standard output.")
    private @Nullable Path out;

    ImportSatNetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Output output = new Output(console, out);
        List<String> faults = new ArrayList<>();
        Optional<List<SatNetRequest>> requests =
                InputFile.collecting(faults, () -> InputFile.satNetRequests(requestFile));
        Optional<List<SatNetDowntime>> maintenance =
                InputFile.collecting(faults, () -> InputFile.satNetMaintenance(maintenanceFile));
        if (requests.isEmpty() || maintenance.isEmpty()) {
            throw new CommandException(ExitCode.UNUSABLE, faults);
        }
        SatNet.Imported imported =
                InputFile.naming(requestFile, () -> SatNet.problem(requests.get(), maintenance.get()));
        imported.warnings().forEach(warning -> console.error("warning: " + warning));
        Problem problem = imported.problem();
        output.write(ProblemWriter.toJson(problem));
        console.err().println(problem.requests().size() + " requests in " + output.place());
        console.err().flush();
        return ExitCode.DONE;
    }
}
