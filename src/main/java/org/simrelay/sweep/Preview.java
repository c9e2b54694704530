package org.simrelay.sweep;

import org.jspecify.annotations.Nullable;

/** A sweep that asks one request and publishes nothing: what went out and what came back, to look at. */
public final class Preview {

    public static final int REPLY_SHOWN = 1000;
    public static final int REQUEST_SHOWN = 200_000;

    private volatile @Nullable String request;
    private volatile @Nullable String reply;

    public void saw(String request, @Nullable String reply) {
        this.request = request;
        this.reply = reply;
    }

    /** The request as it went out, secrets masked; null if none went out. */
    public @Nullable String request() {
        return request;
    }

    /** How the reply begins, secrets masked; null if none came. */
    public @Nullable String reply() {
        return reply;
    }
}
