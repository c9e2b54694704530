package org.simrelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.status.SweepFact;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** What this process sees of its sweeps. */
class SweepWatchTest {

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final SweepWatch watch = new SweepWatch(clock);
    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final BatchRequest request = BatchRequest.of(1, List.of("1060000000001"));

    private void attempt(Outcome outcome) {
        watch.attemptDone(sweep, request, outcome, Duration.ZERO);
    }

    @Test
    void outcomesAreCountedForAQuarterOfAnHour() {
        attempt(Outcome.OK);
        clock.move(Duration.ofMinutes(10));
        attempt(Outcome.OK);
        attempt(Outcome.TRANSIENT);
        Outcomes outcomes = watch.of(sweep.account());
        assertThat(outcomes.lately())
                .containsEntry("ok", 2L)
                .containsEntry("transient", 1L)
                .hasSize(2);
        clock.move(Duration.ofMinutes(6));
        assertThat(outcomes.lately()).containsEntry("ok", 1L);
        clock.move(Duration.ofMinutes(10));
        assertThat(outcomes.lately()).isEmpty();
        assertThat(outcomes.answeredAt())
                .isEqualTo(Instant.parse(TestSweeps.START).plus(Duration.ofMinutes(10)));
    }

    @Test
    void anEndThatKafkaLacksGoesBeforeOneItHas() {
        SweepFact read = new SweepFact(
                "iotbos-usage@earlier",
                "iotbos-usage",
                "main",
                "complete",
                clock.instant(),
                clock.instant(),
                1L,
                1,
                0,
                0,
                null,
                new SweepFact.Place(0, 0));
        clock.move(Duration.ofSeconds(5));
        watch.ended(sweep, new SweepEnd(SweepResult.FAILED, "Kafka is away"));
        LastEnd seen = LastEnd.later(read, watch.end("iotbos-usage"));
        assertThat(seen).isNotNull().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo("failed");
            assertThat(end.told()).isFalse();
        });
        watch.recorded(sweep, new SweepEnd(SweepResult.FAILED, "Kafka is away"));
        assertThat(watch.end("iotbos-usage")).extracting(LastEnd::told).isEqualTo(true);
    }

    @Test
    void aPreviewIsNoSweepOfThePoll() {
        Sweep preview = new Sweep(sweep.id(), sweep.account(), sweep.startedAt(), new Preview());
        watch.begun(preview, false);
        watch.ended(preview, new SweepEnd(SweepResult.COMPLETE, null));
        assertThat(watch.begun("iotbos-usage")).isNull();
        assertThat(watch.end("iotbos-usage")).isNull();
    }
}
