package org.simrelay.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simrelay.MovingClock;
import org.simrelay.Warnings;

/** A clock that somebody sets is said once for each time it is set. */
class ClockWatchTest {

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");
    private final MovingClock monotonic = new MovingClock("1970-01-01T00:00:00Z");
    private final AtomicInteger setBack = new AtomicInteger();
    private final ClockWatch watch = new ClockWatch(clock, monotonic, setBack::incrementAndGet);

    private void passes(Duration time) {
        clock.move(time);
        monotonic.move(time);
        watch.run();
    }

    @Test
    void aClockThatGoesOnIsNotWorthAWord() {
        passes(Duration.ofSeconds(1));
        passes(Duration.ofHours(5));
        clock.move(Duration.ofMillis(-900));
        watch.run();
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackOrForwardIsSaidOnce() {
        clock.move(Duration.ofMinutes(-90));
        passes(Duration.ofSeconds(1));
        passes(Duration.ofSeconds(1));
        assertThat(warnings.lines()).singleElement().asString().contains("set back by 1h30m");
        assertThat(setBack).hasValue(1);
        clock.move(Duration.ofSeconds(2));
        passes(Duration.ofSeconds(1));
        assertThat(warnings.lines()).hasSize(2).last().asString().contains("set forward by 2s");
        assertThat(setBack).hasValue(1);
    }
}
