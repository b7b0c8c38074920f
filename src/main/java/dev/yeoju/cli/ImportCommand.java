package dev.yeoju.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads other formats; each has a command of its own, for each wants other files. */
@Command(
        name = "import",
        description = "Makes a problem or a schedule from files of another format.",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nFormats:%n",
        subcommands = {ImportSatNetCommand.class},
        mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "The format is missing. Maybe one of "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
