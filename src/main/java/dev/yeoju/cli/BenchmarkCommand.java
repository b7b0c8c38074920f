package dev.yeoju.cli;

import dev.yeoju.model.Problem;
import dev.yeoju.service.Benchmark;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the planner. */
@Command(
        name = "benchmark",
        description = "Solves problems with several seeds and writes report.md and report.json.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {
    private static final Pattern SEEDS = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");
    private static final int MOST_SEEDS = 1000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(arity = "1..*", paramLabel = "P.json", description = "The problems.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "0..4",
            defaultValue = "0..4",
            description = "Seeds of the runs. Default: 0..4.")
    private String seeds;

    @Option(
            names = "--time-limit",
            paramLabel = "PT30S",
            defaultValue = "PT30S",
            converter = DurationConverter.class,
            description = "How long each run searches. Default: PT30S.")
    private Duration timeLimit;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the report; made when it is not there.")
    private Path out;

    BenchmarkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        Path orekitData = parent.orekitData();
        List<Long> all = seeds();
        List<Problem> problems = files.stream().map(InputFile::problem).toList();
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw CommandException.unusable(
                    "--out (" + out + ") cannot be made. Maybe it is a file, or its folder may not" + " be written.");
        }
        Output markdown = new Output(console, out.resolve("report.md"));
        Output json = new Output(console, out.resolve("report.json"));
        Benchmark benchmark = new Benchmark(Pipeline.over(orekitData), timeLimit);
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            Problem problem = problems.get(i);
            InputFile.naming(file, () -> {
                benchmark.run(problem, ProblemFiles.beside(file), all, console.err()::println);
                return file;
            });
            // After each problem, so that an end before the last one keeps what there is.
            Benchmark.Texts texts = benchmark.texts();
            markdown.write(texts.markdown());
            json.write(texts.json());
        }
        console.err().println("report in " + markdown.place());
        console.err().flush();
        return ExitCode.DONE;
    }

    private List<Long> seeds() {
        Matcher matcher = SEEDS.matcher(seeds);
        if (matcher.matches()) {
            long first = Long.parseLong(matcher.group(1));
            long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
            if (last >= first && last - first < MOST_SEEDS) {
                return LongStream.rangeClosed(first, last).boxed().toList();
            }
        }
        throw new ParameterException(
                spec.commandLine(),
                "--seeds (" + seeds + ") is neither a seed nor an ascending range of at most " + MOST_SEEDS
                        + ". Maybe 0..4.");
    }
}
