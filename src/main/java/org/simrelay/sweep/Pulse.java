package org.simrelay.sweep;

import java.time.Clock;
import java.time.Duration;

/** Whether anything still moves in a sweep. Thread-safe. */
public final class Pulse {

    private final Clock monotonic;
    private volatile long movedMillis;
    private volatile Runnable whenStill = () -> {};

    Pulse(Clock monotonic) {
        this.monotonic = monotonic;
        this.movedMillis = monotonic.millis();
    }

    /** Does this where nothing moves any more and the sweep's requests have ended. */
    public void whenStill(Runnable work) {
        whenStill = work;
    }

    /** Something moved: a request was handed out, may ask, was answered, or is done. */
    public void moved() {
        movedMillis = monotonic.millis();
    }

    /** How long nothing has moved. */
    Duration still() {
        return Duration.ofMillis(monotonic.millis() - movedMillis);
    }

    /** Nothing moves any more. */
    void stopped() {
        whenStill.run();
    }
}
