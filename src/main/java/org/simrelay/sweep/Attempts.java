package org.simrelay.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Permit;
import org.simrelay.mask.Mask;
import org.simrelay.reply.RequestFailure;

/** The tries of a request, one after the other: how many there were, and what the last one leaves behind for the next. */
public final class Attempts {

    private static final int MOST_EARLIER = 8;

    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile @Nullable String token;
    private volatile List<String> earlier = List.of();
    private volatile @Nullable String refusedToken;
    private volatile String sent = "";
    private volatile boolean reauthenticated;
    private volatile boolean batchReauthenticated;
    private volatile long tokensAccepted;
    private final AtomicReference<@Nullable Long> beganAt = new AtomicReference<>();
    private volatile @Nullable RequestFailure lastFailure;
    private volatile @Nullable String unreadable;
    private volatile boolean unreadableAgain;
    private volatile boolean satOut;
    private volatile @Nullable Permit permit;
    private volatile @Nullable Instant answeredAt;
    private volatile byte @Nullable [] reply;

    Attempts() {}

    /** For a part of this batch, which was refused for its content: what is known of that stays known. */
    Attempts ofPart(long acceptedUpToNow) {
        Attempts part = ofSame();
        part.batchReauthenticated |= reauthenticated;
        part.tokensAccepted = acceptedUpToNow;
        return part;
    }

    /** For the next attempt at some of the same cards: what went before counts. */
    Attempts ofNext() {
        Attempts next = ofSame();
        next.unanswered.set(unanswered.get() + 1);
        return next;
    }

    /** For the same cards, asked as if for the first time. */
    Attempts ofSame() {
        Attempts same = new Attempts();
        same.batchReauthenticated = batchReauthenticated;
        same.tokensAccepted = tokensAccepted;
        same.unreadable = unreadable;
        return same;
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

    /** The token this try uses. */
    public void using(@Nullable String token) {
        String before = this.token;
        this.token = token;
        if (before != null && !before.equals(token)) {
            // a late answer may quote the signature of the try before
            hide(before);
        }
    }

    /** A text made of credentials that this attempt sends, such as a signature: hidden like the token. */
    public void hide(String secret) {
        List<String> known = new ArrayList<>(earlier);
        known.add(secret);
        earlier = List.copyOf(known.subList(Math.max(0, known.size() - MOST_EARLIER), known.size()));
    }

    /** What this attempt asks goes out: path and query, or as much of it as tells what was asked. */
    public void sent(String target) {
        sent = target;
    }

    /** What the last attempt asked, unmasked; empty before the first. */
    public String sent() {
        return sent;
    }

    /** The token this try uses; null where it needs none. */
    public @Nullable String token() {
        return token;
    }

    /** Whether the batch that this request is a part of was refused with a fresh token too. */
    public boolean batchReauthenticated() {
        return batchReauthenticated;
    }

    /** How many replies had accepted a token when the batch that this request is a part of was split. */
    public long tokensAccepted() {
        return tokensAccepted;
    }

    /** Whether the reply of the last attempt could not be read the same way as that of one before, or of the whole batch. */
    public boolean isUnreadableAgain() {
        return unreadableAgain;
    }

    /**
     * The beginning of a text about this request, masked before it is cut: without the tokens or signatures of its tries, or any
     * other secret.
     */
    public String shown(String text, int most) {
        return Mask.shown(text, most, own());
    }

    /**
     * The same, also without the numbers of cards that it is not about.
     *
     * @param all the cards that the text may name
     * @param mine those of them that may be seen
     */
    public String shown(String text, int most, Collection<String> all, Collection<String> mine) {
        return Mask.shown(text, most, all, mine, own());
    }

    private @Nullable String[] own() {
        List<@Nullable String> own = new ArrayList<>(earlier);
        own.add(token);
        return own.toArray(new @Nullable String[0]);
    }

    /** The token that was refused to this request. */
    public @Nullable String refusedToken() {
        return refusedToken;
    }

    /** The signature or token was refused: the next attempt takes a fresh one. */
    public void reauthenticate() {
        reauthenticated = true;
        refusedToken = token;
    }

    /** Whether the request was given its one more attempt with a fresh signature or token. */
    public boolean isReauthenticated() {
        return reauthenticated;
    }

    /** When the vendor answered the last try, null before it did. */
    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** The beginning of what the vendor answered to the last try, more than is to be shown, unmasked. */
    public @Nullable String reply() {
        byte[] bytes = reply;
        return bytes == null ? null : ReplyText.of(bytes);
    }

    /**
     * The vendor answered.
     *
     * @param beginning of the reply; more than is to be shown, so that no secret is cut where the rest of it is not known
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
