package org.simrelay.bench.program;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has cost so far. */
final class ProcessStats {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessStats() {}

    /** CPU time of all its threads. */
    static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    static String line() throws IOException {
        return "stats " + gcMillis() + " " + peakKilobytes();
    }

    private static long gcMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    /** The largest resident set; where the system does not tell, what the JVM has committed now. */
    private static long peakKilobytes() throws IOException {
        if (Files.isReadable(STATUS)) {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        }
        return Runtime.getRuntime().totalMemory() / 1024;
    }
}
