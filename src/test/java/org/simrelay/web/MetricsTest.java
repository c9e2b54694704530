package org.simrelay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** What is measured, as Prometheus reads it. */
final class MetricsTest {

    private static final String POLL = "{account=\"main\",poll=\"iotbos-usage\"} ";

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Metrics metrics = new Metrics(registry, clock, clock);
    private final Map<String, @Nullable Instant> complete = new HashMap<>();
    private final Sweep sweep = TestSweeps.of("iotbos-usage", clock, Map.of("IOTBOS_MAIN_REQUESTS_PER_DAY", "1000"));

    private boolean here = true;

    private void poll() {
        metrics.poll("iotbos-usage", "main", complete::get, poll -> Duration.ofMinutes(30), key -> 3, () -> here);
    }

    private List<String> lines() {
        return registry.scrape().lines().toList();
    }

    @Test
    void theAgeIsThatOfTheLastCompleteSweep() {
        poll();
        assertThat(lines()).contains("simrelay_sweep_age_seconds" + POLL + "+Inf");
        complete.put("iotbos-usage", clock.instant().minusSeconds(90));
        assertThat(lines())
                .contains(
                        "simrelay_sweep_age_seconds" + POLL + "90.0",
                        "simrelay_sweep_period_seconds" + POLL + "1800.0",
                        "simrelay_failures_open" + POLL + "3.0");
        clock.move(Duration.ofHours(1));
        assertThat(lines()).contains("simrelay_sweep_age_seconds" + POLL + "3690.0");
    }

    @Test
    void aSweepCountsWhileItRunsAndAfterIt() {
        poll();
        assertThat(lines())
                .contains(
                        "simrelay_sweep_running" + POLL + "0.0",
                        "simrelay_sweep_published_cards" + POLL + "NaN",
                        "simrelay_sweeps_total{account=\"main\",outcome=\"failed\",poll=\"iotbos-usage\"} 0.0");
        // what an earlier run of the service counted is not counted again
        sweep.counts().retries.set(5);
        metrics.listener().begun(sweep, true);
        sweep.counts().retries.addAndGet(2);
        sweep.counts().logins.set(1);
        sweep.counts().published.set(7);
        sweep.counts().unchanged.set(5);
        assertThat(lines())
                .contains(
                        "simrelay_sweep_running" + POLL + "1.0",
                        "simrelay_sweep_published_cards" + POLL + "7.0",
                        "simrelay_sweep_unchanged_cards" + POLL + "5.0",
                        "simrelay_sweep_expected_cards" + POLL + "NaN",
                        "simrelay_retries_total" + POLL + "2.0",
                        "simrelay_logins_total" + POLL + "1.0");
        metrics.listener().ended(sweep, new SweepEnd(SweepResult.FAILED, "Kafka"));
        assertThat(lines())
                .contains(
                        "simrelay_sweep_running" + POLL + "0.0",
                        "simrelay_retries_total" + POLL + "2.0",
                        "simrelay_sweeps_total{account=\"main\",outcome=\"failed\",poll=\"iotbos-usage\"} 1.0");
        Sweep next = TestSweeps.of("iotbos-usage");
        metrics.listener().begun(next, false);
        next.counts().retries.set(1);
        metrics.listener().suspended(next);
        assertThat(lines()).contains("simrelay_retries_total" + POLL + "3.0", "simrelay_sweep_running" + POLL + "0.0");
    }

    @Test
    void cardsAreCountedByWhatTheirValueSaysAndNoNumberBecomesALabel() {
        metrics.listener().published(sweep, "no-data", 40);
        metrics.listener().published(sweep, "no-data", 2);
        metrics.listener().published(sweep, null, 5);
        metrics.listener().published(sweep, "1060000000001", 1);
        metrics.listener().published(sweep, "a text of the vendor", 1);
        assertThat(lines().stream().filter(line -> line.startsWith("simrelay_cards_published_total")))
                .containsExactlyInAnyOrder(
                        "simrelay_cards_published_total{account=\"main\",poll=\"iotbos-usage\",result=\"no-data\"} 42.0",
                        "simrelay_cards_published_total{account=\"main\",poll=\"iotbos-usage\",result=\"ok\"} 5.0",
                        "simrelay_cards_published_total{account=\"main\",poll=\"iotbos-usage\",result=\"other\"} 2.0");
    }

    @Test
    void aVendorsWordsMakeNoLabelsWithoutEnd() {
        String letters = "abcdefghijklmnop";
        for (int i = 0; i < 5_000; i++) {
            String word = "w" + letters.charAt(i & 15) + letters.charAt((i >> 4) & 15) + letters.charAt((i >> 8) & 15)
                    + letters.charAt(i >> 12);
            metrics.listener().published(sweep, word, 1);
        }
        assertThat(lines().stream().filter(line -> line.startsWith("simrelay_cards_published_total")))
                .hasSizeLessThan(200)
                .anySatisfy(line -> assertThat(line).contains("result=\"other\""));
    }

    @Test
    void requestsAreAHistogramByOutcome() {
        for (Duration took : List.of(Duration.ofMillis(40), Duration.ofMillis(300))) {
            RequestTimers.of(registry, "iotbos", "main", Outcome.TRANSIENT).record(took);
        }
        assertThat(lines())
                .contains(
                        "simrelay_requests_seconds_count{account=\"main\",outcome=\"transient\",vendor=\"iotbos\"} 2",
                        "simrelay_requests_seconds_bucket{account=\"main\",outcome=\"transient\",vendor=\"iotbos\",le=\"0.05\"} 1",
                        "simrelay_requests_seconds_bucket{account=\"main\",outcome=\"transient\",vendor=\"iotbos\",le=\"0.5\"} 2");
    }

    @Test
    void anAccountHasItsBreakerAndItsBudget() {
        metrics.account(sweep.account(), () -> here);
        String account = "{account=\"main\",vendor=\"iotbos\"} ";
        assertThat(lines())
                .contains(
                        "simrelay_budget_limit" + account + "1000.0",
                        "simrelay_budget_left" + account + "1000.0",
                        "simrelay_breaker_state{account=\"main\",state=\"closed\",vendor=\"iotbos\"} 1.0",
                        "simrelay_breaker_state{account=\"main\",state=\"open\",vendor=\"iotbos\"} 0.0");
    }

    @Test
    void whatOnlyTheOwnerOfAnAccountKnowsIsNoNumberElsewhere() {
        metrics.account(sweep.account(), () -> here);
        poll();
        complete.put("iotbos-usage", clock.instant().minusSeconds(90));
        String account = "{account=\"main\",vendor=\"iotbos\"} ";
        String breaker = "simrelay_breaker_state{account=\"main\",state=\"open\",vendor=\"iotbos\"} ";
        assertThat(lines()).contains("simrelay_account_owned" + account + "1.0");
        here = false;
        clock.move(Duration.ofHours(1));
        assertThat(lines())
                .contains(
                        "simrelay_account_owned" + account + "0.0",
                        "simrelay_sweep_age_seconds" + POLL + "NaN",
                        "simrelay_budget_left" + account + "NaN",
                        breaker + "NaN",
                        // whoever reads Kafka knows it
                        "simrelay_failures_open" + POLL + "3.0",
                        "simrelay_sweep_running" + POLL + "0.0");
        here = true;
        complete.put("iotbos-usage", clock.instant().minusSeconds(7));
        assertThat(lines()).contains("simrelay_sweep_age_seconds" + POLL + "7.0", breaker + "0.0");
    }

    @Test
    void kafkaAndUnmappedTextsAreReadWhenAskedFor() {
        boolean[] up = {true};
        metrics.kafka(() -> up[0], () -> 250.0, () -> 1500.0);
        metrics.unmapped("iotbos-state", poll -> poll.equals("iotbos-state") ? 4 : 0);
        assertThat(lines())
                .contains(
                        "simrelay_kafka_up 1.0",
                        "simrelay_kafka_acknowledgement_seconds 0.25",
                        "simrelay_kafka_acknowledgement_max_seconds 1.5",
                        "simrelay_unmapped_texts_total{poll=\"iotbos-state\"} 4.0");
        up[0] = false;
        assertThat(lines()).contains("simrelay_kafka_up 0.0");
    }
}
