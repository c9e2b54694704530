package org.simrelay.sweep;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Permit;

/** The tries of a request, one after the other: how many there were, and what the last one leaves behind for the next. */
public final class Tries {

    private static final int REPLY_SHOWN = 1000;

    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile @Nullable String token;
    private volatile @Nullable String refusedToken;
    private volatile boolean reauthenticated;
    private volatile boolean satOut;
    private volatile @Nullable Permit permit;
    private volatile @Nullable Instant answeredAt;
    private volatile byte @Nullable [] reply;

    Tries() {}

    /** Counts a try that did not bring the answer, and gives the tries so far. */
    public int failed() {
        return unanswered.incrementAndGet();
    }

    /** Tries that did not bring the answer. */
    public int count() {
        return unanswered.get();
    }

    /** Whether this try may wait for an open breaker to be tried again: a request does so once, or it might wait for ever. */
    public boolean maySitOut() {
        return !satOut;
    }

    /** The request has waited for an open breaker. */
    public void satOut() {
        satOut = true;
    }

    /** What this try may do; it is settled when the try is over. */
    public void permit(Permit permit) {
        this.permit = permit;
    }

    /** What the last try might do; null before the first. */
    public @Nullable Permit permit() {
        return permit;
    }

    /** Whatever the last try holds is given back, if its end was not said before. */
    public void cancelPermit() {
        Permit held = permit;
        if (held != null) {
            held.cancel();
        }
    }

    /** The token this try uses. */
    public void using(@Nullable String token) {
        this.token = token;
    }

    /** A text about this request without its token and the account's secrets. */
    public String masked(Account account, String text) {
        String own = token;
        return account.masked(own == null ? text : text.replace(own, "***"));
    }

    /** The token that was refused to this request. */
    public @Nullable String refusedToken() {
        return refusedToken;
    }

    /**
     * The signature or token was refused.
     *
     * @return whether the request may ask once more with a fresh one
     */
    public boolean reauthenticate() {
        boolean first = !reauthenticated;
        reauthenticated = true;
        refusedToken = token;
        return first;
    }

    /** When the vendor answered the last try, null before it did. */
    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** The beginning of what the vendor answered to the last try, for the failure record. */
    public @Nullable String reply() {
        byte[] bytes = reply;
        if (bytes == null) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), REPLY_SHOWN));
    }

    /**
     * The vendor answered.
     *
     * @param beginning of the reply, UTF-8; as much as is to be shown
     */
    public void answered(Instant at, byte[] beginning) {
        answeredAt = at;
        reply = beginning;
    }

    /** Forgets the last try's answer, before the next try. */
    public void forget() {
        reply = null;
    }
}
