package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/** Waits within a bound until sweeps that are to end run no more. */
public final class QuietWait {

    private static final int LOOK_MILLIS = 20;

    private final RunningSweeps running;
    private final Clock monotonic;

    public QuietWait(RunningSweeps running, Clock monotonic) {
        this.running = running;
        this.monotonic = monotonic;
    }

    /** Waits until none of these accounts runs, or for so long at most; gives whether none does. */
    public boolean awaitNone(Collection<String> accounts, Duration most) {
        return await(
                () -> accounts.stream()
                        .allMatch(account -> running.ofAccount(account).isEmpty()),
                most);
    }

    /** Waits until none runs and no place is held, or for so long at most; gives whether that is so. */
    public boolean awaitNone(Duration most) {
        return await(running::isEmpty, most);
    }

    private boolean await(BooleanSupplier quiet, Duration most) {
        Instant until = monotonic.instant().plus(most);
        while (!quiet.getAsBoolean()) {
            if (!monotonic.instant().isBefore(until)) {
                return false;
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
