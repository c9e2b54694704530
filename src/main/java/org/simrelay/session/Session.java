package org.simrelay.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;

/**
 * The one token of an account. Whoever finds none that will do logs in, alone; the others wait and take what came.
 */
public final class Session {

    /** What a login is: asks the vendor and brings the new token. */
    @FunctionalInterface
    public interface Login {
        /** Throws what the login threw; the session then holds no token. */
        Token call() throws Exception;
    }

    /**
     * A token.
     *
     * @param value as the vendor gave it
     * @param life from its issue to its end
     */
    public record Token(String value, Duration life) {}

    private static final Duration MOST_AHEAD = Duration.ofSeconds(60);

    // logins in a row whose tokens never worked; then each further sweep may try one
    private static final int MOST_UNPROVEN = 4;

    private record Held(Token token, Instant renewAt) {}

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Held held;
    private final AtomicInteger unproven = new AtomicInteger();

    public Session(Clock clock) {
        this.clock = clock;
    }

    /**
     * A token that is still good and is not {@code refused}: the held one, or one from a login.
     *
     * @param refused the token that the vendor refused to the caller, or null
     * @throws Exception what the login threw
     */
    public Token token(@Nullable String refused, Login login) throws Exception {
        Token token = usable(refused);
        if (token != null) {
            return token;
        }
        lock.lockInterruptibly();
        try {
            token = usable(refused);
            if (token == null) {
                if (unproven.get() >= MOST_UNPROVEN) {
                    unproven.decrementAndGet();
                    throw new Refusal(
                            Outcome.DENIED,
                            null,
                            "the vendor refused each of the last " + MOST_UNPROVEN + " tokens it gave");
                }
                // counted from before the call, so that a slow answer cannot make the token look younger
                Instant asked = clock.instant();
                held = null;
                token = login.call();
                unproven.incrementAndGet();
                held = new Held(token, asked.plus(token.life()).minus(ahead(token.life())));
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    /** The vendor accepted this token. */
    public void worked(String token) {
        Held now = held;
        if (now != null && now.token.value().equals(token)) {
            unproven.set(0);
        }
    }

    private @Nullable Token usable(@Nullable String refused) {
        Held now = held;
        if (now == null || now.token.value().equals(refused)) {
            return null;
        }
        return clock.instant().isBefore(now.renewAt) ? now.token : null;
    }

    // DESIGN.md, tokens: renewed min(60 s, 10 % of its life) before its end
    private static Duration ahead(Duration life) {
        Duration tenth = life.dividedBy(10);
        return tenth.compareTo(MOST_AHEAD) < 0 ? tenth : MOST_AHEAD;
    }
}
