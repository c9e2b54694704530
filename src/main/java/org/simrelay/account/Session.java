package org.simrelay.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

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

    /** How to wait; a test need not. */
    @FunctionalInterface
    public interface Pause {
        /** Returns after the duration. */
        void of(Duration duration) throws InterruptedException;
    }

    private static final Duration MOST_AHEAD = Duration.ofSeconds(60);

    // logins in a row whose tokens never worked; a batch of 50 with one bad card is refused 7 times on its way to that
    // card
    private static final int MOST_UNPROVEN = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private record Held(Token token, Instant renewAt) {}

    // long enough for all that wait for the login, shorter than any poll's interval
    private static final Duration DENIAL_HOLDS = Duration.ofSeconds(20);

    private record Denial(RequestFailure failure, Instant until) {}

    private final Clock monotonic;
    private final Pause pause;
    private final Duration longestLogin;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Held held;
    private volatile @Nullable Denial denial;
    private final AtomicInteger unproven = new AtomicInteger();

    private record Accepted(String token, long count) {}

    private final AtomicLong accepted = new AtomicLong();
    private volatile @Nullable Accepted lastAccepted;

    /**
     * Makes a session without a token.
     *
     * @param monotonic tells how old a token is, whatever is done to the machine's clock
     * @param pause waits before a login, the longer the more tokens in a row never worked
     * @param longestLogin how long whoever needs a token waits for another's login
     */
    public Session(Clock monotonic, Pause pause, Duration longestLogin) {
        this.monotonic = monotonic;
        this.pause = pause;
        this.longestLogin = longestLogin;
    }

    /** The longest pause before a login. */
    public static Duration longestPause() {
        return FIRST_PAUSE.multipliedBy(1L << (MOST_UNPROVEN - 2));
    }

    /**
     * A token that is still good and is not {@code refused}: the held one, or one from a login.
     *
     * @param refused the token that the vendor refused to the caller, or null
     * @throws RequestFailure transient when another's login takes longer than it may
     * @throws Exception what the login threw
     */
    public Token token(@Nullable String refused, Login login) throws Exception {
        Token token = usable(refused);
        if (token != null) {
            return token;
        }
        if (!lock.tryLock(longestLogin.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new RequestFailure(
                    Outcome.TRANSIENT, null, "the account's login has not come to an end within " + longestLogin);
        }
        try {
            token = usable(refused);
            if (token == null) {
                stopIfDenied();
                if (unproven.get() > 1) {
                    pause.of(FIRST_PAUSE.multipliedBy(1L << (unproven.get() - 1)));
                }
                // counted from before the call, so that a slow answer cannot make the token look younger
                Instant asked = monotonic.instant();
                held = null;
                token = remembering(login);
                unproven.incrementAndGet();
                held = new Held(token, asked.plus(token.life()).minus(ahead(token.life())));
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The vendor accepted a token, be it one that was replaced since: it does not refuse them all.
     *
     * @param token null where the account's requests need none
     */
    public void worked(@Nullable String token) {
        unproven.set(0);
        if (token != null) {
            lastAccepted = new Accepted(token, accepted.incrementAndGet());
        }
    }

    /** How many replies have accepted a token up to now. */
    public long accepted() {
        return accepted.get();
    }

    /** Whether a reply has accepted this token after so many had accepted one. */
    public boolean acceptedSince(String token, long count) {
        Accepted last = lastAccepted;
        return last != null && last.count > count && last.token.equals(token);
    }

    /** Whether this is the token at hand: none has replaced it. */
    public boolean holds(String token) {
        Held now = held;
        return now != null && now.token.value().equals(token);
    }

    /** Whoever waited while the login was denied is denied too, without another try. */
    private void stopIfDenied() throws RequestFailure {
        Denial last = denial;
        if (last != null && monotonic.instant().isBefore(last.until)) {
            throw last.failure;
        }
        if (unproven.get() >= MOST_UNPROVEN) {
            unproven.decrementAndGet();
            throw remember(new RequestFailure(
                    Outcome.DENIED, null, "the vendor refused each of the last " + MOST_UNPROVEN + " tokens it gave"));
        }
    }

    private Token remembering(Login login) throws Exception {
        try {
            return login.call();
        } catch (RequestFailure failure) {
            throw failure.outcome() == Outcome.DENIED ? remember(failure) : failure;
        }
    }

    private RequestFailure remember(RequestFailure failure) {
        denial = new Denial(failure, monotonic.instant().plus(DENIAL_HOLDS));
        return failure;
    }

    private @Nullable Token usable(@Nullable String refused) {
        Held now = held;
        if (now == null || now.token.value().equals(refused)) {
            return null;
        }
        return monotonic.instant().isBefore(now.renewAt) ? now.token : null;
    }

    // DESIGN.md, tokens: renewed min(60 s, 10 % of its life) before its end
    private static Duration ahead(Duration life) {
        Duration tenth = life.dividedBy(10);
        return tenth.compareTo(MOST_AHEAD) < 0 ? tenth : MOST_AHEAD;
    }
}
