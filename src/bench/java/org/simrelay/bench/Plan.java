package org.simrelay.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.bench.program.Build;
import org.simrelay.bench.program.ProgramKind;

/**
 * What is measured, and how often; each part can be set by {@code -Dbench.<name>} for a quick run.
 *
 * @param workloads the polls, e.g. {@code cmiot,iotbos}
 * @param latencies how long the vendor takes to answer, in milliseconds
 * @param programs by their labels, e.g. {@code simrelay,floor}
 * @param cards how many cards a sweep is over where the vendor answers at once
 * @param rounds measured sweeps of each program; 0 for 7 where the vendor answers at once and 5 where it does not
 * @param warmups sweeps before them, as long as there is time
 * @param concurrency requests in flight at once; 0 for 8 where the vendor answers at once and 64 where it does not
 * @param baseline another build of the service, measured beside it; null for none
 * @param jvm the options of every program's JVM, apart by spaces
 */
record Plan(
        List<Workload> workloads,
        List<Integer> latencies,
        List<ProgramKind> programs,
        int cards,
        int rounds,
        int warmups,
        int concurrency,
        @Nullable Build baseline,
        List<String> jvm) {

    // the JVM still compiles after twenty sweeps
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    // a slow program has fewer sweeps to warm up in, and shares of its rate are far from the others
    private static final Duration WARM_UP_SLOW = Duration.ofSeconds(18);
    // what waits for its vendor most of the time is at its rate sooner
    private static final Duration WARM_UP_WAITING = Duration.ofSeconds(12);
    private static final Duration WARM_UP_WAITING_SLOW = Duration.ofSeconds(6);

    /** Longest run of the whole benchmark. */
    static final Duration RUN = Duration.ofMinutes(25);

    /** Longest sweep; a program that takes longer fails the benchmark. */
    static final Duration SWEEP = Duration.ofMinutes(3);

    // one does not ask; another asks no faster than the concurrency allows; and who waits for a vendor reads its
    // replies as fast as any
    private static final Set<ProgramKind> AT_ONCE_ONLY =
            EnumSet.of(ProgramKind.PRODUCER, ProgramKind.FETCH, ProgramKind.PLAIN_JAVA);
    private static final Set<ProgramKind> SLOW = EnumSet.of(ProgramKind.STOCK_CAMEL, ProgramKind.STOCK_CAMEL_TUNED);

    // the slow ones get so many cards that a sweep takes them some seconds; what is compared is the rate
    private static final int TUNED_CARDS = 20_000;
    private static final int STOCK_CARDS = 4_000;

    static Plan of(Properties set) {
        String baseline = text(set, "baseline", "");
        return new Plan(
                list(set, "workloads", "cmiot,iotbos").stream()
                        .map(name -> Workload.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList(),
                list(set, "latencies", "0,50").stream().map(Integer::valueOf).toList(),
                list(set, "programs", allPrograms()).stream()
                        .map(ProgramKind::of)
                        .toList(),
                number(set, "cards", 200_000),
                number(set, "rounds", 0),
                number(set, "warmups", 30),
                number(set, "concurrency", 0),
                baseline.isEmpty() ? null : Build.of(Path.of(baseline)),
                List.of(text(set, "jvm", "-Xms512m -Xmx512m -XX:+ExitOnOutOfMemoryError")
                        .split(" +", -1)));
    }

    /** Each workload at each latency. */
    List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (int latency : latencies) {
            for (Workload workload : workloads) {
                int inFlight = concurrency > 0 ? concurrency : usualConcurrency(workload, latency);
                scenarios.add(new Scenario(workload, latency, cards, inFlight));
            }
        }
        return scenarios;
    }

    /** With 64 batches of 100 in flight two cores are the limit, for plain Java too, and not the vendor's latency. */
    private static int usualConcurrency(Workload workload, int latency) {
        if (latency == 0) {
            return 8;
        }
        return workload == Workload.IOTBOS ? 32 : 64;
    }

    /** The programs of a scenario: those that the vendor's latency says nothing of are left out where it has one. */
    List<ProgramKind> programs(Scenario scenario) {
        return programs.stream()
                .filter(kind -> scenario.latencyMs() == 0 || !AT_ONCE_ONLY.contains(kind))
                .filter(kind -> kind != ProgramKind.BASELINE)
                .toList();
    }

    /** Measured sweeps of each program. */
    int rounds(Scenario scenario) {
        int usual = scenario.latencyMs() == 0 ? 7 : 5;
        return rounds > 0 ? rounds : usual;
    }

    /** Longest warm-up of a program. */
    static Duration warmUp(ProgramKind kind, Scenario scenario) {
        if (scenario.latencyMs() > 0) {
            return SLOW.contains(kind) ? WARM_UP_WAITING_SLOW : WARM_UP_WAITING;
        }
        return SLOW.contains(kind) ? WARM_UP_SLOW : WARM_UP;
    }

    /** How many cards a program sweeps over. */
    int cards(ProgramKind kind, Scenario scenario) {
        int most =
                switch (kind) {
                    case STOCK_CAMEL -> scenario.latencyMs() == 0 ? STOCK_CARDS : STOCK_CARDS / 4;
                    case STOCK_CAMEL_TUNED -> TUNED_CARDS;
                    default -> scenario.cards();
                };
        return Math.min(most, scenario.cards());
    }

    private static String allPrograms() {
        return String.join(
                ",", Arrays.stream(ProgramKind.values()).map(ProgramKind::label).toList());
    }

    private static int number(Properties set, String name, int otherwise) {
        return Integer.parseInt(text(set, name, Integer.toString(otherwise)));
    }

    private static List<String> list(Properties set, String name, String otherwise) {
        return Arrays.stream(text(set, name, otherwise).split(",", -1))
                .map(String::strip)
                .toList();
    }

    private static String text(Properties set, String name, String otherwise) {
        String value = set.getProperty("bench." + name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
