package dev.yeoju.service;

import dev.yeoju.benchmark.BenchmarkComparison;
import dev.yeoju.benchmark.BenchmarkReport;

/** What benchmarks left behind. */
public final class BenchmarkFiles {
    private BenchmarkFiles() {}

    /** A report as it was read; nothing but {@link #compare} needs its inside. */
    public record Report(BenchmarkReport report) {}

    /**
     * Reads a {@code report.json}.
     *
     * @throws dev.yeoju.model.InvalidInputException when it is none
     */
    public static Report read(byte[] json) {
        return new Report(BenchmarkReport.read(json));
    }

    /** What the second report gained and lost, Markdown. */
    public static String compare(Report first, Report second) {
        return new BenchmarkComparison(first.report(), second.report()).markdown();
    }
}
