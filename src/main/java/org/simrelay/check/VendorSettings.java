package org.simrelay.check;

import java.time.Duration;
import org.simrelay.account.Accounts;
import org.simrelay.account.RetryWaits;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** Looks at what is set of a vendor and its accounts: pace, permits, waits. */
final class VendorSettings {

    /** No answer of a vendor comes sooner, and no connection is there. */
    private static final Duration SHORTEST = Duration.ofMillis(100);
    /** No contract allows more; a number with a digit too many does. */
    private static final double MOST_A_SECOND = 10_000;

    private final Settings settings;
    private final Problems problems;

    VendorSettings(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    void look(String vendor) {
        problems.attempt(() -> Accounts.names(settings, vendor).forEach(name -> account(vendor + "." + name)));
        problems.attempt(() -> new RetryWaits(settings).maxAttempts(vendor));
        problems.attempt(() -> timeout(vendor + ".timeout.connect", 10));
        problems.attempt(() -> timeout(vendor + ".timeout.read", 60));
    }

    private void account(String id) {
        problems.attempt(() -> pace(id + ".requests-per-second"));
        problems.attempt(() -> settings.integer(id + ".concurrency", 1, 1024));
        problems.attempt(() -> settings.optional(id + ".requests-per-day", 1));
    }

    private void pace(String key) {
        if (settings.positive(key) > MOST_A_SECOND) {
            problems.warn(key + " is more than " + (int) MOST_A_SECOND
                    + ", which no vendor takes; write what the contract allows a second, at " + settings.place(key));
        }
    }

    private void timeout(String key, int mostMinutes) {
        delay(key, mostMinutes);
        boolean hasUnit =
                settings.given(key).filter(text -> text.matches(".*[a-z]")).isPresent();
        if (hasUnit && settings.duration(key).compareTo(SHORTEST) < 0) {
            problems.warn(key + " is less than " + SHORTEST.toMillis()
                    + "ms, in which no vendor answers; write such as 25s, at " + settings.place(key));
        }
    }

    /** A wait, which has a unit and an end. */
    void delay(String key, int mostMinutes) {
        Duration delay = settings.duration(key);
        settings.given(key)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .ifPresent(text -> problems.warn(key + " is " + text + " milliseconds, since it has no unit; write "
                        + text + "s if seconds are meant, " + text + "ms if not: " + settings.place(key)));
        if (delay.compareTo(Duration.ofMinutes(mostMinutes)) > 0) {
            throw new SettingsException(key + " may be " + mostMinutes + "m at most; mend " + settings.place(key));
        }
    }
}
