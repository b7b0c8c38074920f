package dev.yeoju.visibility;

import com.sun.management.OperatingSystemMXBean;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.model.Problem;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/**
 * How the cost of view periods grows with antennas, spacecraft and days, all default rules: a line a size on the standard
 * output. CPU time is the whole process's (collector and compiler included); memory is the heap's largest use so far.
 * Arguments: none for the whole table, or antennas, spacecraft and days of one size.
 */
public final class ScalingTable {
    private static final int[] ANTENNAS = {1, 4, 16};
    private static final int[] SPACECRAFT = {1, 12, 48};
    private static final int[] DAYS = {7, 30, 365};

    private final OrekitContext context = OrekitContext.builtIn();

    private ScalingTable() {}

    /** Prints the table. */
    public static void main(String[] arguments) {
        ScalingTable table = new ScalingTable();
        table.compute(CatalogueRun.problem(1, 12, 60));
        System.out.println("| antennas | spacecraft | days | periods | CPU s | ms a pair and day | peak heap MiB |");
        System.out.println("|---|---|---|---|---|---|---|");
        if (arguments.length == 3) {
            table.row(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        for (int days : DAYS) {
            for (int antennas : ANTENNAS) {
                for (int spacecraft : SPACECRAFT) {
                    table.row(antennas, spacecraft, days);
                }
            }
        }
    }

    private void row(int antennas, int spacecraft, int days) {
        Problem problem = CatalogueRun.problem(antennas, spacecraft, days);
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = cpuNanos();
        int periods = compute(problem);
        double seconds = (cpuNanos() - before) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %d | %d | %.2f | %.3f | %d |%n",
                antennas,
                spacecraft,
                days,
                periods,
                seconds,
                1000 * seconds / (antennas * spacecraft * days),
                peakHeapBytes() >> 20);
    }

    private int compute(Problem problem) {
        return new VisibilityService(context, 2)
                .compute(problem, CatalogueRun.trajectories(context), new VisibilityListener() {})
                .viewPeriods()
                .size();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
