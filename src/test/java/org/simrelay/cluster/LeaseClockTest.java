package org.simrelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;

/** The lease is over before Kafka's session is, by whichever clock says so first. */
class LeaseClockTest {

    private final MovingClock wall = new MovingClock(TestSweeps.START);
    private final AtomicLong nanos = new AtomicLong();
    private final LeaseClock lease = new LeaseClock(nanos::get, wall);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        wall.move(time);
    }

    @Test
    void beforeTheFirstAnswerThereIsNone() {
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void itHoldsFromAnAnswerUntilASecondBeforeTheSessionIsOver() {
        lease.renew(lease.now());
        pass(LeaseClock.SESSION.minusMillis(1_001));
        assertThat(lease.holds()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void itCountsFromTheQuestionAndNotFromTheAnswer() {
        LeaseClock.Moment asked = lease.now();
        pass(Duration.ofSeconds(4));
        lease.renew(asked);
        pass(Duration.ofSeconds(1));
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void inAMachineThatWasSuspendedTheWallClockTells() {
        lease.renew(lease.now());
        wall.move(Duration.ofSeconds(20));
        assertThat(lease.holds()).isFalse();
        assertThat(lease.age()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeItLonger() {
        lease.renew(lease.now());
        wall.move(Duration.ofHours(-1));
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void anOlderAnswerChangesNothing() {
        LeaseClock.Moment early = lease.now();
        pass(Duration.ofSeconds(3));
        lease.renew(lease.now());
        lease.renew(early);
        pass(Duration.ofSeconds(3));
        assertThat(lease.holds()).isTrue();
    }
}
