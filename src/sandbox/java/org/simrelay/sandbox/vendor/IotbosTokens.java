package org.simrelay.sandbox.vendor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The accessTokens that were given out and are still good. */
final class IotbosTokens {
    private final Clock clock;
    private final Duration life;
    private final boolean loginVoidsOlder;
    private final Map<String, Instant> ends = new LinkedHashMap<>();

    record Token(String text, Instant end) {}

    IotbosTokens(Clock clock, Duration life, boolean loginVoidsOlder) {
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
        return token;
    }

    synchronized boolean isGood(String token) {
        Instant end = ends.get(token);
        return end != null && clock.instant().isBefore(end);
    }

    synchronized void voidAll() {
        ends.clear();
    }
}
