package org.simrelay.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** Slows and stops logins that bring nothing: those that are denied, and those whose tokens never work. */
final class LoginBrake {

    // logins in a row whose tokens never worked; a batch of 50 with one bad card is refused 7 times on its way to that
    // card
    private static final int MOST_UNPROVEN = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    // long enough for all that wait for the login, shorter than any poll's interval
    private static final Duration DENIAL_HOLDS = Duration.ofSeconds(20);

    private record Denial(RequestFailure failure, Instant until) {}

    private final Clock monotonic;
    private final AtomicInteger unproven = new AtomicInteger();
    private volatile @Nullable Denial denial;

    LoginBrake(Clock monotonic) {
        this.monotonic = monotonic;
    }

    /** The longest pause before a login. */
    static Duration longestPause() {
        return FIRST_PAUSE.multipliedBy(1L << (MOST_UNPROVEN - 2));
    }

    /** How long to wait before the next login. */
    Duration pause() {
        int tokens = unproven.get();
        return tokens > 1 ? FIRST_PAUSE.multipliedBy(1L << (tokens - 1)) : Duration.ZERO;
    }

    /** Whoever waited while the login was denied is denied too, without another try. */
    void stopIfDenied() throws RequestFailure {
        Denial last = denial;
        if (last != null && monotonic.instant().isBefore(last.until)) {
            throw last.failure;
        }
        if (unproven.get() >= MOST_UNPROVEN) {
            unproven.decrementAndGet();
            throw denied(new RequestFailure(
                    Outcome.DENIED, null, "the vendor refused each of the last " + MOST_UNPROVEN + " tokens it gave"));
        }
    }

    /** A login was denied, which holds for a while; gives the failure back. */
    RequestFailure denied(RequestFailure failure) {
        denial = new Denial(failure, monotonic.instant().plus(DENIAL_HOLDS));
        return failure;
    }

    /** A login brought a token, of which nothing is known yet. */
    void broughtToken() {
        unproven.incrementAndGet();
    }

    /** A token worked: the vendor does not refuse them all. */
    void release() {
        unproven.set(0);
    }
}
