package org.simrelay.account;

import java.time.Duration;
import org.simrelay.config.Settings;

/** How often what passes by itself is asked, and how long it waits between: the settings of retries, for those that no step of a route waits for. */
public final class RetryWaits {

    private static final int MOST_DOUBLINGS = 20;

    private final Settings settings;

    public RetryWaits(Settings settings) {
        this.settings = settings;
    }

    /** How many attempts a request has, the first among them: {@code <vendor>.max-attempts}. */
    public int maxAttempts(String vendor) {
        return settings.integer(vendor + ".max-attempts", 1, 100);
    }

    /** The wait before the attempt that follows so many: it doubles with each, up to the longest. */
    public Duration before(int attempts) {
        Duration first = settings.duration("retry.initial-delay");
        Duration longest = settings.duration("retry.max-delay");
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
