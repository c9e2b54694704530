package org.simrelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Permit;
import org.simrelay.reply.Outcome;
import org.simrelay.status.LedgerFollower;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.Sweep;

/** What a poll is said to wait for. */
class WaitingTest {

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final SweepWatch watch = new SweepWatch(clock);
    private final Sweep sweep = TestSweeps.of("iotbos-usage");
    private final LedgerFollower follower = new LedgerFollower(
            () -> {
                throw new IllegalStateException("is not read here");
            },
            clock,
            clock);
    private boolean taken;
    private final Waiting waiting = new Waiting(watch, follower, source -> taken);

    private @Nullable WaitsFor now(@Nullable Sweep running) {
        return waiting.of(sweep.account(), "iotbos-usage", running, clock.instant());
    }

    private void attempt(Outcome outcome) {
        watch.attemptDone(sweep, BatchRequest.of(1, List.of("1060000000001")), outcome, Duration.ZERO);
    }

    @Test
    void aVendorIsWaitedForWhenItIsAskedAndGivesNothingOfUse() throws Exception {
        watch.begun(sweep, false);
        clock.move(Duration.ofSeconds(30));
        assertThat(now(sweep)).as("nothing is asked").isNull();
        Permit permit = sweep.account().gate().acquirePermit(false, () -> false);
        try {
            assertThat(now(sweep)).isEqualTo(WaitsFor.VENDOR);
            attempt(Outcome.OK);
            assertThat(now(sweep)).isNull();
            clock.move(Duration.ofSeconds(9));
            attempt(Outcome.TRANSIENT);
            clock.move(Duration.ofSeconds(2));
            assertThat(now(sweep)).isEqualTo(WaitsFor.VENDOR);
            assertThat(now(null)).as("no sweep runs").isNull();
        } finally {
            permit.cancel();
        }
    }

    @Test
    void aVendorIsWaitedForAlsoBetweenTheAttemptsOfARequest() {
        attempt(Outcome.TRANSIENT);
        clock.move(Duration.ofSeconds(1));
        watch.begun(sweep, false);
        clock.move(Duration.ofSeconds(30));
        assertThat(now(sweep)).as("what an earlier sweep asked in vain").isNull();
        attempt(Outcome.TRANSIENT);
        assertThat(now(sweep)).isEqualTo(WaitsFor.VENDOR);
        clock.move(Duration.ofSeconds(1));
        attempt(Outcome.OK);
        clock.move(Duration.ofSeconds(30));
        assertThat(now(sweep)).as("its last answer was of use").isNull();
    }

    @Test
    void anAccountThatAnotherProcessHasIsSaidAlsoWhileNothingRuns() {
        assertThat(now(null)).isNull();
        taken = true;
        assertThat(now(null)).isEqualTo(WaitsFor.ACCOUNT);
    }
}
