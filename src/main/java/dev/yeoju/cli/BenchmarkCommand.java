package dev.yeoju.cli;

import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.service.Benchmark;
import dev.yeoju.service.BenchmarkFiles;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
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
        description = {
            "Solves problems in every asked way with several seeds and writes report.html, report.md and report.json.",
            "Ctrl-C ends it and keeps the runs that are done."
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {
    private static final int MOST_SEARCHES = 256;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private YeojuCommand parent;

    @Parameters(arity = "0..*", paramLabel = "P.json", description = "The problems.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "0..4",
            defaultValue = "0..4",
            converter = SeedsConverter.class,
            description = "Seeds of the runs. Default: 0..4.")
    private Seeds seeds;

    @Option(
            names = "--time-limit",
            paramLabel = "PT30S",
            split = ",",
            converter = DurationConverter.class,
            description = "How long each run searches; several limits, with commas, are several configurations."
                    + " Default: PT30S.")
    private List<Duration> timeLimits = List.of(Duration.ofSeconds(30));

    @Option(
            names = "--step-limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "Most steps of each run, 0 for no limit. Default: 0.")
    private long stepLimit;

    @Option(
            names = "--searches",
            paramLabel = "2",
            split = ",",
            description = "Searches side by side, and the peer's threads; several alike. Default: 2.")
    private List<Integer> searches = List.of(Pipeline.SEARCHES);

    @Option(
            names = "--objective",
            paramLabel = "throughput|balanced|fair",
            split = ",",
            converter = PresetConverter.class,
            description = "What a schedule is worth; several alike. Default: each problem's own.")
    private List<Objective.Preset> presets = List.of();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only those of the problems that have this tag.")
    private @Nullable String tag;

    @Option(
            names = "--peer",
            paramLabel = "cp-sat",
            description =
                    "Another solver to measure beside, on the same problems, rules and objective, with the same time"
                            + " and cores. Needs a jar built with ./mvnw package -Ppeer.")
    private @Nullable String peer;

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "REPORT.json",
            description = "Instead of solving: what the second of two report.json gained and lost, as Markdown.")
    private List<Path> compared = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the report; made when it is not there. A comparison goes to standard output.")
    private @Nullable Path out;

    BenchmarkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QuietLogging.on();
        if (!compared.isEmpty()) {
            String comparison =
                    BenchmarkFiles.compare(InputFile.report(compared.get(0)), InputFile.report(compared.get(1)));
            console.out().print(comparison);
            console.out().flush();
            return ExitCode.DONE;
        }
        if (files.isEmpty()) {
            throw wrong("There is no problem to solve. Maybe name some, such as problems/kdsa-lunar-week.json.");
        }
        if (out == null) {
            throw wrong("--out is missing. Maybe --out bench.");
        }
        return measure(out);
    }

    private int measure(Path folder) {
        Path orekitData = parent.orekitData();
        List<Long> all = seeds.all();
        StopSignal stop = new StopSignal();
        Benchmark benchmark = new Benchmark(Pipeline.over(orekitData), configurations(), peer, stop);
        List<Problem> problems = files.stream().map(InputFile::problem).toList();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw CommandException.unusable(
                    "--out (" + folder + ") cannot be made. Maybe it is a file, or its folder may not be written.");
        }
        Report report = new Report(folder);
        try (Interrupt interrupt = Interrupt.stopping(stop)) {
            for (int i = 0; i < files.size() && !stop.isStopped(); i++) {
                Path file = files.get(i);
                Problem problem = problems.get(i);
                if (tag == null || problem.tags().contains(tag)) {
                    InputFile.naming(file, () -> {
                        benchmark.run(problem, ProblemFiles.beside(file), all, line -> {
                            console.err().println(line);
                            console.err().flush();
                            // After each run, so that an end before the last one keeps what there is.
                            report.write(benchmark.texts());
                        });
                        return file;
                    });
                }
            }
        } catch (CancellationException e) {
            console.error("Stopped; the runs that were done are kept.");
        }
        report.write(benchmark.texts());
        console.err().println("report in " + folder.resolve("report.html"));
        console.err().flush();
        return ExitCode.DONE;
    }

    private final class Report {
        private final Output html;
        private final Output markdown;
        private final Output json;

        Report(Path folder) {
            html = new Output(console, folder.resolve("report.html"));
            markdown = new Output(console, folder.resolve("report.md"));
            json = new Output(console, folder.resolve("report.json"));
        }

        void write(Benchmark.Texts texts) {
            html.write(texts.html());
            markdown.write(texts.markdown());
            json.write(texts.json());
        }
    }

    /** Every combination of what is asked, named by what differs. */
    private List<Benchmark.Way> configurations() {
        if (stepLimit < 0) {
            throw wrong("--step-limit (" + stepLimit + ") is negative. Maybe 0 for no limit.");
        }
        for (int count : searches) {
            if (count < 1 || count > MOST_SEARCHES) {
                throw wrong("--searches (" + count + ") is not from 1 to " + MOST_SEARCHES + ". Maybe 2.");
            }
        }
        List<Objective.@Nullable Preset> objectives = new ArrayList<>(presets);
        if (objectives.isEmpty()) {
            objectives.add(null);
        }
        List<Benchmark.Way> all = new ArrayList<>();
        for (Objective.Preset preset : objectives) {
            for (Duration limit : timeLimits) {
                for (int count : searches) {
                    List<String> name = new ArrayList<>();
                    if (preset != null) {
                        name.add(preset.label());
                    }
                    if (timeLimits.size() > 1 || name.isEmpty()) {
                        name.add(limit.toString());
                    }
                    if (searches.size() > 1) {
                        name.add(count + (count == 1 ? " search" : " searches"));
                    }
                    all.add(new Benchmark.Way(String.join(", ", name), limit, stepLimit, count, preset));
                }
            }
        }
        return all;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
