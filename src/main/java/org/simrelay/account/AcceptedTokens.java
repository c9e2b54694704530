package org.simrelay.account;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Which token the vendor accepted last, and how often it accepted any. */
final class AcceptedTokens {

    private record Accepted(String token, long count) {}

    private final AtomicLong count = new AtomicLong();
    private volatile @Nullable Accepted last;

    /** A reply has accepted this one. */
    void add(String token) {
        last = new Accepted(token, count.incrementAndGet());
    }

    long count() {
        return count.get();
    }

    /** Whether a reply has accepted this token after so many had accepted one. */
    boolean since(String token, long earlier) {
        Accepted accepted = last;
        return accepted != null && accepted.count > earlier && accepted.token.equals(token);
    }
}
