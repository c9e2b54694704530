package org.simrelay.bench.limits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.simrelay.bench.Scenario;
import org.simrelay.bench.VendorProcess;
import org.simrelay.bench.Workload;
import org.simrelay.sandbox.process.ChildProcess;

/** 300,000 cards with the heap that a container of 256 MB gives, all of the process's memory told; and what an idle service costs. */
final class SmallMachine {

    private static final int CARDS = 300_000;
    private static final String HEAP = "-Xmx128m";
    private static final int SETTLED_SECONDS = 480;
    private static final int IDLE_SECONDS = 60;
    private static final int TICKS_A_SECOND = 100;

    private SmallMachine() {}

    @SuppressWarnings("try") // the vendor is there for as long as it is measured
    static void measure(Bed bed) {
        try (VendorProcess vendor = new VendorProcess(new Scenario(Workload.IOTBOS, 0, CARDS, 4), bed.folder())) {
            Unpacked archive = new Unpacked(bed.folder(), StartUp.settings(bed, vendor.url(), bed.inventory(CARDS)));
            Map<String, String> small = Map.of("JAVA_OPTS", HEAP);
            long begun = System.nanoTime();
            Path log = archive.log();
            ChildProcess once = archive.start(log, small, "once", Workload.IOTBOS.poll());
            long peak = 0;
            long ticks = 0;
            while (once.isAlive()) {
                peak = Math.max(peak, peakKilobytes(once));
                ticks = Math.max(ticks, ticks(once));
                pause(20);
            }
            Unpacked.ended(once);
            bed.result(
                            "small-machine",
                            String.format(
                                    Locale.ROOT,
                                    "%,d cards with %s: %d MB resident at most, %.1f s from start to end, %.1f s of processors",
                                    CARDS,
                                    HEAP,
                                    peak / 1024,
                                    (System.nanoTime() - begun) / 1e9,
                                    ticks / (double) TICKS_A_SECOND))
                    .put("peakMemoryMb", peak / 1024)
                    .put("cpuSeconds", ticks / (double) TICKS_A_SECOND);
            idle(bed, archive, small);
        }
    }

    private static void idle(Bed bed, Unpacked archive, Map<String, String> small) {
        Path log = archive.log();
        ChildProcess service = archive.start(log, small, "run");
        try {
            Unpacked.awaitStarted(service, log);
            // the compilers have their say first
            pause(SETTLED_SECONDS * 1000L);
            long before = ticks(service);
            pause(IDLE_SECONDS * 1000L);
            double share = (ticks(service) - before) / (double) (IDLE_SECONDS * TICKS_A_SECOND);
            bed.result(
                            "idle",
                            String.format(
                                    Locale.ROOT,
                                    "%.2f %% of one processor over %d s, %d s after the start, %d MB resident",
                                    share * 100,
                                    IDLE_SECONDS,
                                    SETTLED_SECONDS,
                                    peakKilobytes(service) / 1024))
                    .put("cpuShare", share);
        } finally {
            service.kill();
        }
    }

    /** Peak resident memory of a process; 0 when it has ended. */
    private static long peakKilobytes(ChildProcess process) {
        return read(process, "status")
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Processor time so far, in ticks: user and system (proc(5), fields 14 and 15 of stat). */
    private static long ticks(ChildProcess process) {
        String stat = read(process, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static String read(ChildProcess process, String file) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.process().pid()), file));
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
            return "";
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
