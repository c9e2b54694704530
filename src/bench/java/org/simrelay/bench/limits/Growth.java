package org.simrelay.bench.limits;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.simrelay.bench.Median;
import org.simrelay.bench.Scenario;
import org.simrelay.bench.Topic;
import org.simrelay.bench.VendorProcess;
import org.simrelay.bench.Workload;
import org.simrelay.bench.program.ProgramKind;
import org.simrelay.bench.program.ProgramProcess;
import org.simrelay.bench.program.ProgramSettings;
import org.simrelay.bench.program.Round;

/** Cards a second and resident memory of inventories from 100,000 to 10,000,000 cards, in a heap of 256 MB, in turns. */
final class Growth {

    private static final List<Integer> CARDS = List.of(100_000, 1_000_000, 10_000_000);
    private static final List<String> JVM = List.of("-Xms256m", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
    private static final Workload WORKLOAD = Workload.IOTBOS;
    private static final int CONCURRENCY = 8;
    // the same work for every size in each turn: so many cards to warm up, as many to measure
    private static final int EACH = 10_000_000;
    // neighbours in time share the machine's mood, so that each size is measured beside the others
    private static final int TURNS = 3;
    private static final Duration BOUND = Duration.ofMinutes(4);

    private Growth() {}

    static void measure(Bed bed) {
        Map<Integer, List<Round>> all = new LinkedHashMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (int cards : CARDS) {
                all.computeIfAbsent(cards, size -> new ArrayList<>()).addAll(turn(bed, cards));
            }
        }
        all.forEach((cards, rounds) -> report(bed, cards, rounds));
    }

    @SuppressWarnings("try") // the topic is there for as long as it is measured
    private static List<Round> turn(Bed bed, int cards) {
        Path log = bed.folder().resolve("growth-" + cards + ".log");
        Path inventory = bed.inventory(cards);
        List<Round> rounds = new ArrayList<>();
        try (VendorProcess vendor = new VendorProcess(new Scenario(WORKLOAD, 0, cards, CONCURRENCY), bed.folder());
                Topic unused = new Topic(bed.brokers(), WORKLOAD.topic());
                ProgramProcess program = ProgramProcess.start(
                        ProgramKind.SIMRELAY,
                        new ProgramSettings(
                                WORKLOAD,
                                vendor.url(),
                                bed.brokers(),
                                inventory,
                                cards,
                                CONCURRENCY,
                                ProgramSettings.UNLIMITED),
                        JVM,
                        log)) {
            for (int swept = 0; swept < EACH; swept += cards) {
                var unusedRound = program.sweep(BOUND);
            }
            for (int swept = 0; swept < EACH; swept += cards) {
                rounds.add(program.sweep(BOUND));
            }
        }
        return rounds;
    }

    private static void report(Bed bed, int cards, List<Round> rounds) {
        double rate = Median.of(rounds, Round::cardsPerSecond);
        long peak = rounds.stream().mapToLong(Round::peakKilobytes).max().orElse(0) / 1024;
        bed.result(
                        "growth",
                        String.format(
                                Locale.ROOT,
                                "%,d cards: %,.0f cards/s, %d MB resident at most in a heap of 256 MB, median of %d sweeps",
                                cards,
                                rate,
                                peak,
                                rounds.size()))
                .put("cards", cards)
                .put("cardsPerSecond", Math.round(rate))
                .put("peakMemoryMb", peak)
                .put("rounds", rounds.size());
    }
}
