package org.simrelay.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The results of a scenario, for a terminal. */
final class Table {

    private Table() {}

    static void print(Scenario scenario, List<Result> results, PrintStream out) {
        out.println();
        out.println(scenario.title());
        if (scenario.latencyMs() > 0) {
            out.printf(Locale.ROOT, "(this concurrency allows %,.0f cards/s)%n", scenario.allowedCardsPerSecond());
        }
        out.printf(
                "%-18s %12s %21s %12s %9s %8s%n",
                "program", "cards/s", "of floor (quarters)", "CPU µs/card", "peak MB", "GC ms");
        for (Result result : results) {
            out.printf(
                    Locale.ROOT,
                    "%-18s %,12.0f %21s %12.1f %9.0f %8.0f%n",
                    result.program().label(),
                    result.cardsPerSecond(),
                    share(result.ofFloor()),
                    result.cpuMicrosPerCard(),
                    result.peakMemoryMb(),
                    result.gcMillis());
        }
        out.flush();
    }

    private static String share(Result.@Nullable Share share) {
        return share == null
                ? ""
                : String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", share.median(), share.low(), share.high());
    }
}
