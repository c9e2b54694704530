package org.simrelay.sandbox.vendor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The tokens that one vendor has given out and are still good. */
final class Tokens {
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Duration life;
    private final boolean loginVoidsOlder;
    private final Map<String, Token> good = new LinkedHashMap<>();

    // each with its account
    private final Map<String, String> given = new LinkedHashMap<>();

    record Token(String text, Instant end, String account) {}

    Tokens(Clock clock, Duration life, boolean loginVoidsOlder) {
        this.clock = clock;
        this.life = life;
        this.loginVoidsOlder = loginVoidsOlder;
    }

    /** A new one for an account. */
    synchronized Token login(String account) {
        Instant now = clock.instant();
        good.values()
                .removeIf(token -> !token.end().isAfter(now)
                        || (loginVoidsOlder && token.account().equals(account)));
        Token token = new Token(UUID.randomUUID().toString(), now.plus(life), account);
        good.put(token.text(), token);
        if (given.size() < MOST_REMEMBERED) {
            given.put(token.text(), account);
        }
        return token;
    }

    synchronized boolean isGood(String token) {
        Token known = good.get(token);
        return known != null && clock.instant().isBefore(known.end());
    }

    /** All tokens that were given out, the first 10,000 of them, each with its account. */
    synchronized Map<String, String> given() {
        return Map.copyOf(given);
    }

    synchronized void voidAll() {
        good.clear();
    }
}
