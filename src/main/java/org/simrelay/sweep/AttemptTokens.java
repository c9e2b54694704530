package org.simrelay.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Mask;

/** The tokens and signatures of a request's attempts: which are used, which was refused, and that no text shows them. */
public final class AttemptTokens {

    private static final int MOST_EARLIER = 8;

    private volatile @Nullable String token;
    private volatile List<String> earlier = List.of();
    private volatile @Nullable String refused;
    private volatile boolean reauthenticated;
    private volatile boolean batchReauthenticated;
    private volatile long accepted;

    AttemptTokens() {}

    /** For a part of this batch, which was refused for its content. */
    AttemptTokens ofPart(long acceptedUpToNow) {
        AttemptTokens part = ofSame();
        part.batchReauthenticated |= reauthenticated;
        part.accepted = acceptedUpToNow;
        return part;
    }

    /** For the same cards, asked as if for the first time. */
    AttemptTokens ofSame() {
        AttemptTokens same = new AttemptTokens();
        same.batchReauthenticated = batchReauthenticated;
        same.accepted = accepted;
        return same;
    }

    /** The token that this attempt uses. */
    public void use(@Nullable String now) {
        String before = token;
        token = now;
        if (before != null && !before.equals(now)) {
            // a late answer may quote the signature of the attempt before
            hide(before);
        }
    }

    /** A text made of credentials that this attempt sends, such as a signature: hidden like the token. */
    public void hide(String secret) {
        List<String> known = new ArrayList<>(earlier);
        known.add(secret);
        earlier = List.copyOf(known.subList(Math.max(0, known.size() - MOST_EARLIER), known.size()));
    }

    /** The token that this attempt uses; null where it needs none. */
    public @Nullable String current() {
        return token;
    }

    /** The signature or token was refused: the next attempt takes a fresh one. */
    public void reauthenticate() {
        reauthenticated = true;
        refused = token;
    }

    /** Whether the request was given its one more attempt with a fresh signature or token. */
    public boolean isReauthenticated() {
        return reauthenticated;
    }

    /** The token that was refused to this request; null where none was. */
    public @Nullable String refused() {
        return refused;
    }

    /** Whether the batch that this request is a part of was refused with a fresh token too. */
    boolean isBatchReauthenticated() {
        return batchReauthenticated;
    }

    /** How many replies had accepted a token when the batch that this request is a part of was split. */
    long accepted() {
        return accepted;
    }

    String shown(String text, int most) {
        return Mask.shown(text, most, own());
    }

    String shown(String text, int most, Collection<String> all, Collection<String> mine) {
        return Mask.shown(text, most, all, mine, own());
    }

    private @Nullable String[] own() {
        List<@Nullable String> own = new ArrayList<>(earlier);
        own.add(token);
        return own.toArray(new @Nullable String[0]);
    }
}
