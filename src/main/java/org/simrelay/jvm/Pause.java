package org.simrelay.jvm;

import java.time.Duration;

/** How to wait; a test need not. */
@FunctionalInterface
public interface Pause {

    /** Returns after the duration. */
    void of(Duration duration) throws InterruptedException;
}
