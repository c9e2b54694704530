package org.simrelay.bench.limits;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.simrelay.bench.Topic;
import org.simrelay.bench.Workload;
import org.simrelay.bench.program.ProgramKind;
import org.simrelay.bench.program.ProgramProcess;
import org.simrelay.bench.program.ProgramSettings;
import org.simrelay.bench.vendor.WatchedVendor;

/** How many requests a second the vendor sees over a minute, and how many at most within any second. */
final class Pace {

    private static final List<Integer> PER_SECOND = List.of(5, 50, 500);
    private static final int SECONDS = 60;
    private static final Duration BOUND = Duration.ofSeconds(3L * SECONDS);

    private Pace() {}

    @SuppressWarnings("try") // the topic is there for as long as it is measured
    static void measure(Bed bed) {
        for (int perSecond : PER_SECOND) {
            int cards = perSecond * SECONDS * Workload.CMIOT.cardsPerRequest();
            WatchedVendor vendor = new WatchedVendor(cards);
            Path log = bed.folder().resolve("pace-" + perSecond + ".log");
            ProgramSettings settings = new ProgramSettings(
                    Workload.CMIOT, vendor.url(), bed.brokers(), bed.inventory(1), cards, 8, perSecond);
            try (Topic unused = new Topic(bed.brokers(), Workload.CMIOT.topic());
                    ProgramProcess program = ProgramProcess.start(ProgramKind.SIMRELAY, settings, List.of(), log)) {
                var unusedRound = program.sweep(BOUND);
            }
            long[] seen = Arrays.stream(vendor.answered())
                    .filter(at -> at > 0)
                    .sorted()
                    .toArray();
            double seconds = (seen[seen.length - 1] - seen[0]) / 1e9;
            double rate = (seen.length - 1) / seconds;
            int most = mostWithin(seen, TimeUnit.SECONDS.toNanos(1));
            bed.result(
                            "pace",
                            String.format(
                                    Locale.ROOT,
                                    "%d a second set, %.2f seen over %.1f s (%+.2f %%), at most %d within any second",
                                    perSecond,
                                    rate,
                                    seconds,
                                    100 * (rate / perSecond - 1),
                                    most))
                    .put("set", perSecond)
                    .put("seen", rate)
                    .put("mostWithinASecond", most);
        }
    }

    private static int mostWithin(long[] sorted, long nanos) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.length; last++) {
            while (sorted[last] - sorted[first] >= nanos) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
