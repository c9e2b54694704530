package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.sandbox.vendor.FaultKind;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever goes wrong at the vendors, in whatever mixture: no card is lost in silence, and the sweeps' records tell the
 * truth. {@code -Dseed=N} draws the rounds of a failed run again.
 */
final class ShuffledFaultsTest extends RealRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(ShuffledFaultsTest.class);
    private static final int ROUNDS = 10;
    /** With more of them in one sweep a card can slip from one page to another in each pass, and no reader ever sees it. */
    private static final int FEW_CHANGES = 1;

    private static final String JOINED =
            "\\{\"card\":\"\\d+\",\"status\":\"02\",\"statusDate\":\"2024-\\d\\d-\\d\\d\",\"queryDate\":\"2026-11-22\"}";

    @TempDir
    private Path temp;

    @SuppressWarnings("NullAway.Init")
    private Shuffle shuffle;

    @SuppressWarnings("NullAway.Init")
    private VendorSimulator vendor;

    static Stream<String> rounds() {
        long seed = Long.getLong("seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.rangeClosed(1, ROUNDS)
                .mapToObj(round -> "-Dseed=" + seed + " round " + round + " draws " + random.nextLong());
    }

    // the name is how setupResources, which runs before this, knows what to draw
    @ParameterizedTest(name = "{0}")
    @MethodSource("rounds")
    @Timeout(180)
    void everyCardIsAccountedFor(String round) throws Exception {
        LOG.info("{}: {}", round, shuffle);
        signatures();
        Map<String, Accounted> well = sweeps();
        well.forEach((poll, sweep) -> assertThat(sweep.outcome())
                .as("%s, %s without faults: %s", round, poll, sweep.end())
                .isEqualTo("complete"));

        goWrong();
        List<String> before = vendor.arrears();
        int changesBefore = vendor.arrearsHistory().size();
        Map<String, Accounted> wrong = sweeps();
        wrong.values().forEach(sweep -> LOG.debug("{}", sweep.end()));

        Set<String> stayed = new HashSet<>(before);
        stayed.retainAll(vendor.arrears());
        if (vendor.arrearsHistory().size() - changesBefore > FEW_CHANGES) {
            stayed.clear();
        }
        SoftAssertions softly = new SoftAssertions();
        wrong.forEach((poll, sweep) -> check(
                softly,
                round + ", " + shuffle + ", " + sweep.end() + ": ",
                sweep,
                poll.startsWith("cmiot") ? List.copyOf(stayed) : shuffle.inventory(),
                Objects.requireNonNull(well.get(poll)).values()));
        softly.assertThat(vendor.counters().violations())
                .as(round + ": requests that break a vendor's rules")
                .isZero();
        softly.assertThat(Stream.of(well, wrong)
                        .flatMap(sweeps -> sweeps.values().stream())
                        .mapToLong(sweep -> sweep.number("requests"))
                        .sum())
                .as(round + ": requests counted against those that the vendors saw")
                .isEqualTo(vendor.counters().requests());
        softly.assertThat(records().toString()).as(round).doesNotContain("canary");
        softly.assertAll();
    }

    private void check(
            SoftAssertions softly, String about, Accounted sweep, List<String> known, Map<String, String> well) {
        softly.assertThat(sweep.events()).as(about + "published").doesNotHaveDuplicates();
        softly.assertThat(sweep.failed()).as(about + "failed").doesNotHaveDuplicates();
        softly.assertThat(sweep.number("cleared"))
                .as(about + "cleared")
                .isEqualTo(sweep.cleared().size());
        Set<String> clearedToo = new HashSet<>(sweep.cleared());
        clearedToo.retainAll(sweep.events());
        softly.assertThat(clearedToo).as(about + "cleared and published").isEmpty();
        Set<String> both = new HashSet<>(sweep.failed());
        both.retainAll(sweep.events());
        softly.assertThat(both).as(about + "failed and published").isEmpty();
        softly.assertThat(sweep.number("published"))
                .as(about + "published")
                .isEqualTo(sweep.events().size());
        softly.assertThat(sweep.number("failed")).as(about + "failed").isEqualTo(sweep.counted());
        Set<String> silent = sweep.silent(known);
        switch (sweep.outcome()) {
            case "complete" -> {
                softly.assertThat(silent)
                        .as(about + "neither published nor failed")
                        .isEmpty();
                softly.assertThat(sweep.failed()).as(about + "failed").isEmpty();
                softly.assertThat(sweep.unnamed()).as(about + "failures").isEmpty();
            }
            case "partial", "failed" -> {
                softly.assertThat(sweep.reason()).as(about + "reason").isNotEmpty();
                boolean told = !sweep.unnamed().isEmpty() || sweep.reason().startsWith("the list moved");
                softly.assertThat(told ? Set.of() : silent)
                        .as(about + "cards in silence")
                        .isEmpty();
            }
            default -> softly.fail(about + "no outcome that a sweep which ran may have");
        }
        if (sweep.end().path("vendor").asText().equals("iotbos")) {
            softly.assertThat(sweep.events().size() + sweep.counted())
                    .as(about + "cards")
                    .isEqualTo(known.size());
        }
        sweep.values().forEach((card, value) -> {
            boolean missing = value.contains("\"result\":\"missing\"") && mayMiss(card);
            if (!missing && well.containsKey(card)) {
                softly.assertThat(value).as(about + "value").isEqualTo(well.get(card));
            } else if (!missing) {
                softly.assertThat(value)
                        .as(about + "value of a card that joined")
                        .matches(JOINED);
            }
        });
    }

    private boolean mayMiss(String card) {
        return shuffle.omitted().contains(card)
                || shuffle.omittedOnce().contains(card)
                || shuffle.has(FaultKind.MISSING_CARD);
    }

    private void goWrong() {
        vendor.setFaults(shuffle.faults().toArray(String[]::new));
        shuffle.poisoned().forEach(vendor::poison);
        shuffle.omitted().forEach(vendor::omitAlways);
        shuffle.omittedOnce().forEach(vendor::omitOnce);
        if (shuffle.tokensVoided()) {
            vendor.voidTokens();
        }
    }

    /** Runs all polls of the round side by side; what the topics say of each. */
    private Map<String, Accounted> sweeps() throws InterruptedException, ExecutionException {
        clock.forward(Duration.ofMinutes(1));
        ExecutorService timers = Executors.newCachedThreadPool();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (String poll : shuffle.polls()) {
                running.add(timers.submit(() -> {
                    sweep(poll);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            timers.shutdownNow();
        }
        Map<String, Accounted> sweeps = new HashMap<>();
        shuffle.polls().forEach(poll -> sweeps.put(poll, Accounted.of(poll + "@" + clock.instant(), records())));
        return sweeps;
    }

    @Override
    protected void setupResources() throws IOException {
        String round = contextManagerExtension.getCurrentTestName();
        shuffle = Shuffle.of(Long.parseLong(round.replaceAll(".* draws ", "")));
        vendor = VendorSimulator.start(new SimulatorConfig()
                .cmiot(APPID, CMIOT_SECRET)
                .iotbos(ACCOUNT, IOTBOS_SECRET)
                .arrears(shuffle.arrears())
                .loginVoidsOlder(shuffle.loginVoidsOlder())
                .clock(clock)
                .stall(Duration.ofMillis(600))
                .seed(shuffle.seed()));
        Path cards = Files.write(temp.resolve("cards.csv"), shuffle.inventory());
        String concurrency = Integer.toString(shuffle.concurrency());
        prepare(
                Map.of(
                        "cmiot.url",
                        vendor.cmiotUrl(),
                        "iotbos.url",
                        vendor.iotbosUrl(),
                        "cards.file",
                        cards.toString(),
                        "cmiot.main.concurrency",
                        concurrency,
                        "iotbos.main.concurrency",
                        concurrency,
                        "cmiot.timeout.read",
                        "500ms",
                        "iotbos.timeout.read",
                        "500ms",
                        "iotbos.batch-size",
                        Integer.toString(shuffle.batchSize())),
                List.of());
    }

    @Override
    protected void cleanupResources() {
        vendor.close();
    }
}
