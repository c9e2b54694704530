package org.simrelay.sandbox.vendor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tokens that one vendor has given out and are still good. */
final class Tokens {
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Duration life;
    private final boolean loginVoidsOlder;
    private final Map<String, Instant> ends = new LinkedHashMap<>();

    private final Set<String> given = new LinkedHashSet<>();

    record Token(String text, Instant end) {}

    Tokens(Clock clock, Duration life, boolean loginVoidsOlder) {
        this.clock = clock;
        this.life = life;
        this.loginVoidsOlder = loginVoidsOlder;
    }

    synchronized Token login() {
        Instant now = clock.instant();
        ends.values().removeIf(end -> !end.isAfter(now));
        if (loginVoidsOlder) {
            ends.clear();
        }
        Token token = new Token(UUID.randomUUID().toString(), now.plus(life));
        ends.put(token.text(), token.end());
        if (given.size() < MOST_REMEMBERED) {
            given.add(token.text());
        }
        return token;
    }

    synchronized boolean isGood(String token) {
        Instant end = ends.get(token);
        return end != null && clock.instant().isBefore(end);
    }

    /** All tokens that were given out, the first 10,000 of them. */
    synchronized Set<String> given() {
        return Set.copyOf(given);
    }

    synchronized void voidAll() {
        ends.clear();
    }
}
