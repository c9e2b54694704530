package org.simrelay.sweep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the last attempt of a request sent, and what came back: to look at, unmasked. */
public final class LastCall {

    private volatile String sent = "";
    private volatile @Nullable Instant answeredAt;
    private volatile byte @Nullable [] reply;

    LastCall() {}

    /** A request's; of a login, which is of no request, the one that a preview shows; null where nobody looks at it. */
    public static @Nullable LastCall of(Sweep sweep, @Nullable Request request) {
        if (request != null) {
            return request.attempts().lastCall();
        }
        Preview preview = sweep.preview();
        return preview == null ? null : preview.login();
    }

    /** What is asked goes out: path and query, or as much of it as tells what was asked. */
    public void sent(String target) {
        sent = target;
    }

    /** What was asked; empty before the first attempt. */
    public String sent() {
        return sent;
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

    /** When the vendor answered, null before it did. */
    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** The beginning of the reply, more than is to be shown; null where none came. */
    public @Nullable String reply() {
        byte[] bytes = reply;
        return bytes == null ? null : ReplyText.of(bytes);
    }

    /** Forgets the reply, before the next attempt. */
    public void forget() {
        reply = null;
    }
}
