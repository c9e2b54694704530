package org.simrelay.account;

import java.time.Duration;
import org.simrelay.config.Settings;

/** How often what passes by itself is asked, and how long it waits between: the settings of retries. */
public final class RetryWaits {

    private static final int MOST_DOUBLINGS = 20;

    private final Settings settings;

    public RetryWaits(Settings settings) {
        this.settings = settings;
    }

    /** How many attempts a request of the vendor has, the first among them: {@code <vendor>.max-attempts}. */
    public int maxAttempts(String vendor) {
        return settings.integer(vendor + ".max-attempts", 1, 100);
    }

    /** The wait before the attempt that follows so many: it doubles with each, up to the longest. */
    public Duration before(int attempts) {
        Duration first = settings.duration("retry.initial-delay");
        return bounded(first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS)));
    }

    /** A wait that a vendor asks for, up to the longest: {@code retry.max-delay}. */
    public Duration bounded(Duration wait) {
        Duration longest = settings.duration("retry.max-delay");
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
