package org.simrelay;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what comes in milliseconds: what is met at once costs nothing, and a busy machine may stand still for many seconds. */
public final class Waits {

    private Waits() {}

    /** A wait of a minute at most. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
