package dev.yeoju.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands' root. */
@Command(
        name = "yeoju",
        description = "Schedules deep-space ground antennas, with a proven distance to the best possible schedule.",
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands (none is serve):%n",
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 done, 1 the answer is no, 2 unusable input or options, 3 internal error.",
            "Example: yeoju solve problems/kdsa-lunar-week.json --time-limit PT30S --out week.json"
        },
        subcommands = {
            ServeCommand.class,
            SolveCommand.class,
            VisibilityCommand.class,
            CheckCommand.class,
            ReplanCommand.class,
            ExplainCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ExportOemCommand.class,
            BenchmarkCommand.class,
            StudyCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class YeojuCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--orekit-data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:OREKIT_DATA}",
            description = "Folder of Orekit data (Earth orientation, planets) to use in place of the program's own"
                    + " tables. Default: the environment variable OREKIT_DATA, if set.")
    private @Nullable Path orekitData;

    /** The planner's own Orekit data, or null for the program's. */
    @Nullable
    Path orekitData() {
        if (orekitData == null || orekitData.toString().isEmpty()) {
            return null;
        }
        if (!Files.isDirectory(orekitData)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--orekit-data (" + orekitData + ") is not a folder. Maybe the path is mistyped, or OREKIT_DATA is"
                            + " set to a file.");
        }
        if (!Files.isReadable(orekitData)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--orekit-data (" + orekitData + ") may not be read. Maybe change its permissions.");
        }
        return orekitData.toAbsolutePath().normalize();
    }

    @Override
    public Integer call() {
        return Objects.requireNonNull(spec.subcommands().get("serve")).execute();
    }
}
