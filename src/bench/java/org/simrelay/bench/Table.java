package org.simrelay.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

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
                "%-18s %12s %9s %12s %9s %8s%n", "program", "cards/s", "of floor", "CPU µs/card", "peak MB", "GC ms");
        for (Result result : results) {
            out.printf(
                    Locale.ROOT,
                    "%-18s %,12.0f %9s %12.1f %9.0f %8.0f%n",
                    result.program().label(),
                    result.cardsPerSecond(),
                    result.ofFloor() == null ? "" : String.format(Locale.ROOT, "%.3f", result.ofFloor()),
                    result.cpuMicrosPerCard(),
                    result.peakMemoryMb(),
                    result.gcMillis());
        }
        out.flush();
    }
}
