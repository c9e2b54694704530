package org.simrelay.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.simrelay.jvm.Pause;
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

    private final Clock monotonic;
    private final Pause pause;
    private final Duration longestLogin;
    private final LoginBrake brake;
    private final AcceptedTokens accepted = new AcceptedTokens();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable HeldToken held;

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
        this.brake = new LoginBrake(monotonic);
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
                token = fresh(login);
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
        brake.release();
        if (token != null) {
            accepted.add(token);
        }
    }

    /** How many replies have accepted a token up to now. */
    public long accepted() {
        return accepted.count();
    }

    /** Whether a reply has accepted this token after so many had accepted one. */
    public boolean acceptedSince(String token, long count) {
        return accepted.since(token, count);
    }

    /** Whether this is the token at hand: none has replaced it. */
    public boolean holds(String token) {
        HeldToken now = held;
        return now != null && now.token().value().equals(token);
    }

    /** The account goes to another process, whose login would void the token. */
    public void forget() {
        held = null;
    }

    private Token fresh(Login login) throws Exception {
        brake.stopIfDenied();
        Duration before = brake.pause();
        if (!before.isZero()) {
            pause.of(before);
        }
        Instant asked = monotonic.instant();
        held = null;
        Token token = remembering(login);
        brake.broughtToken();
        held = HeldToken.of(token, asked);
        return token;
    }

    private Token remembering(Login login) throws Exception {
        try {
            return login.call();
        } catch (RequestFailure failure) {
            throw failure.outcome() == Outcome.DENIED ? brake.denied(failure) : failure;
        }
    }

    private @Nullable Token usable(@Nullable String refused) {
        HeldToken now = held;
        return now == null ? null : now.usable(refused, monotonic.instant());
    }
}
