package dev.yeoju.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads other formats; each has a command of its own, for each wants other files. */
@Command(
        name = "import",
        description = "Makes a problem or a schedule from files of another format.",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nFormats:%n",
        subcommands = {ImportSatNetCommand.class, ImportCcsdsCommand.class},
        mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private YeojuCommand parent;

    /** The planner's own Orekit data, or null for the program's. */
    @Nullable
    Path orekitData() {
        return parent.orekitData();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "The format is missing. Maybe one of "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
