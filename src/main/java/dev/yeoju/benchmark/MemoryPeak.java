package dev.yeoju.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Most memory that this process holds from here on: all of it where the system can say (Linux), else the heap. A peer's
 * native memory counts in the first alone.
 */
public final class MemoryPeak {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    private static final String HIGH_WATER = "VmHWM:";
    private static final double KIB_PER_MIB = 1024;

    private final boolean whole;

    private MemoryPeak(boolean whole) {
        this.whole = whole;
    }

    /** Begins to watch. */
    public static MemoryPeak watch() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        try {
            // Linux, proc(5): writing 5 sets the high-water mark back to what is held now.
            Files.writeString(CLEAR, "5");
            return new MemoryPeak(Files.isReadable(STATUS));
        } catch (IOException e) {
            return new MemoryPeak(false);
        }
    }

    /** The most so far, MiB. */
    public double mib() {
        if (whole) {
            try {
                for (String line : Files.readAllLines(STATUS)) {
                    if (line.startsWith(HIGH_WATER)) {
                        return Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB;
                    }
                }
            } catch (IOException e) {
                return heapMib();
            }
        }
        return heapMib();
    }

    private static double heapMib() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / KIB_PER_MIB
                / KIB_PER_MIB;
    }
}
