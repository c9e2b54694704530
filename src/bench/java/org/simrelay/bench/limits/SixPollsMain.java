package org.simrelay.bench.limits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.simrelay.bench.Median;
import org.simrelay.config.Installation;
import org.simrelay.sandbox.process.Tether;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** The process of {@link SixPolls}: the service, sweeping with all polls in turns and at once. */
public final class SixPollsMain {

    private static final List<String> POLLS = List.of(
            "cmiot-arrearage", "iotbos-usage", "iotbos-balance", "iotbos-expiry", "iotbos-state", "iotbos-tariff");
    private static final int WARM_UPS = 6;
    private static final int ROUNDS = 5;

    private SixPollsMain() {}

    /** Prints the medians in seconds: one after the other, all at once, and when the first of these ended. */
    public static void main(String[] args) {
        Tether.tie();
        List<Double> apart = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        List<Double> firsts = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(POLLS.size());
        try (Service service = ServiceStart.start(Installation.open(Path.of(""), System.getenv()), POLLS)) {
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                long start = System.nanoTime();
                POLLS.forEach(poll -> sweep(service, poll));
                double one = seconds(start);
                List<Double> ends = together(service, threads);
                if (round >= 0) {
                    apart.add(one);
                    together.add(Collections.max(ends));
                    firsts.add(Collections.min(ends));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                Locale.ROOT,
                "%s %f %f %f%n",
                SixPolls.RESULT,
                Median.of(apart, seconds -> seconds),
                Median.of(together, seconds -> seconds),
                Median.of(firsts, seconds -> seconds));
        System.exit(0);
    }

    private static List<Double> together(Service service, ExecutorService threads) {
        List<Double> ends = Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        CompletableFuture.allOf(POLLS.stream()
                        .map(poll -> CompletableFuture.runAsync(
                                () -> {
                                    sweep(service, poll);
                                    ends.add(seconds(begin));
                                },
                                threads))
                        .toArray(CompletableFuture[]::new))
                .join();
        return ends;
    }

    private static void sweep(Service service, String poll) {
        SweepEnd end = service.byHand().sweep(poll).values().iterator().next();
        if (end.result() != SweepResult.COMPLETE) {
            throw new IllegalStateException(poll + " ended " + end);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
