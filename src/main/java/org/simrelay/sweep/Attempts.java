package org.simrelay.sweep;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Permit;
import org.simrelay.reply.RequestFailure;

/** The attempts of a request, one after the other: how many there were, and what the last one leaves behind for the next. */
public final class Attempts {

    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable Long> beganAt = new AtomicReference<>();
    private volatile @Nullable RequestFailure lastFailure;
    private volatile @Nullable String unreadable;
    private volatile boolean unreadableAgain;
    private volatile boolean satOut;
    private volatile @Nullable Permit permit;

    private final AttemptTokens tokens;
    private final LastCall lastCall = new LastCall();

    Attempts() {
        this(new AttemptTokens());
    }

    private Attempts(AttemptTokens tokens) {
        this.tokens = tokens;
    }

    /** For a part of this batch, which was refused for its content: what is known of that stays known. */
    Attempts ofPart(long acceptedUpToNow) {
        return with(tokens.ofPart(acceptedUpToNow));
    }

    /** For the next attempt at some of the same cards: what went before counts. */
    Attempts ofNext() {
        Attempts next = ofSame();
        next.unanswered.set(unanswered.get() + 1);
        return next;
    }

    /** For the same cards, asked as if for the first time. */
    Attempts ofSame() {
        return with(tokens.ofSame());
    }

    private Attempts with(AttemptTokens own) {
        Attempts made = new Attempts(own);
        made.unreadable = unreadable;
        return made;
    }

    /** An attempt has its permit, at this time of a monotonic clock. */
    public void begin(long millis) {
        beganAt.set(millis);
    }

    /** The attempt is over; gives how long it took, or null where none has begun since the last was over. */
    public @Nullable Duration tryEnd(long millis) {
        Long began = beganAt.getAndSet(null);
        return began == null ? null : Duration.ofMillis(millis - began);
    }

    /** An attempt did not bring the answer, or what it brought was not published. */
    public void failed(RequestFailure failure) {
        unanswered.incrementAndGet();
        lastFailure = failure;
        String how = failure.unreadable();
        unreadableAgain = how != null && how.equals(unreadable);
        unreadable = how == null ? unreadable : how;
    }

    /** The failure of the last attempt is believed to be this. */
    public void believe(RequestFailure failure) {
        lastFailure = failure;
    }

    /** The failure of the last attempt; null before one failed. */
    public @Nullable RequestFailure lastFailure() {
        return lastFailure;
    }

    /** Attempts that did not bring the answer. */
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

    /** Whether the reply of the last attempt could not be read the same way as that of one before, or of the whole batch. */
    public boolean isUnreadableAgain() {
        return unreadableAgain;
    }

    /** The beginning of a text about this request, masked before it is cut: without its tokens, signatures or any other secret. */
    public String shown(String text, int most) {
        return tokens.shown(text, most);
    }

    /**
     * The same, also without the numbers of cards that it is not about.
     *
     * @param all the cards that the text may name
     * @param mine those of them that may be seen
     */
    public String shown(String text, int most, Collection<String> all, Collection<String> mine) {
        return tokens.shown(text, most, all, mine);
    }

    /** The tokens and signatures they use. */
    public AttemptTokens tokens() {
        return tokens;
    }

    /** What the last one sent, and what came back. */
    public LastCall lastCall() {
        return lastCall;
    }
}
