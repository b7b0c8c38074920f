package dev.yeoju.cli;

import dev.yeoju.model.Problem;
import dev.yeoju.service.AntennaComparison;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what an antenna gives to a network. */
@Command(
        name = "study",
        description = {
            "Solves a problem without one of its antennas and with it, and writes how many hours that gives back, by"
                    + " mission: figures.md, figures.json, missions.svg and antennas.svg.",
            "Searches end by steps, so that the same command gives the same figures."
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(paramLabel = "P.json", description = "The problem, the antenna in it.")
    private Path file;

    @Option(
            names = "--without",
            required = true,
            paramLabel = "ANTENNA",
            description = "The antenna that is taken away. Each request must have another one.")
    private String antenna;

    @Option(
            names = "--seeds",
            paramLabel = "0..2",
            defaultValue = "0..2",
            converter = SeedsConverter.class,
            description = "Seeds, each of which solves both problems. Default: 0..2.")
    private Seeds seeds;

    @Option(
            names = "--step-limit",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Steps of each search. Default: 1000000.")
    private long stepLimit;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the answer; made when it is not there.")
    private Path out;

    StudyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        if (stepLimit < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--step-limit (" + stepLimit + ") is not positive. Maybe 1000000.");
        }
        Path orekitData = parent.orekitData();
        Problem problem = InputFile.problem(file);
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw CommandException.unusable(
                    "--out (" + out + ") cannot be made. Maybe it is a file, or its folder may not be written.");
        }
        List<Output> outputs = List.of(
                new Output(console, out.resolve("figures.md")),
                new Output(console, out.resolve("figures.json")),
                new Output(console, out.resolve("missions.svg")),
                new Output(console, out.resolve("antennas.svg")));
        StopSignal stop = new StopSignal();
        try (Interrupt interrupt = Interrupt.stopping(stop)) {
            AntennaComparison.Texts texts = InputFile.naming(
                    file,
                    () -> new AntennaComparison(Pipeline.over(orekitData), stop)
                            .run(problem, antenna, ProblemFiles.beside(file), seeds.all(), stepLimit, line -> {
                                console.err().println(line);
                                console.err().flush();
                            }));
            outputs.get(0).write(texts.markdown());
            outputs.get(1).write(texts.json());
            outputs.get(2).write(texts.missionsSvg());
            outputs.get(3).write(texts.antennasSvg());
        } catch (CancellationException e) {
            throw CommandException.unusable("Stopped; nothing is written.");
        }
        console.err().println("study in " + out.resolve("figures.md"));
        console.err().flush();
        return ExitCode.DONE;
    }
}
