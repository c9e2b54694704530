package org.simrelay.sweep;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an HTTP call of a preview went: to be shown beside what was sent and what came. Thread-safe. */
public final class PreviewCall {

    private final List<String> signed = new ArrayList<>();
    private volatile @Nullable String method;
    private volatile @Nullable String host;
    private volatile @Nullable Integer status;
    private volatile @Nullable Long millis;

    PreviewCall() {}

    /** It goes out. */
    public void wentOut(String httpMethod, String toHost) {
        method = httpMethod;
        host = toHost;
        status = null;
        millis = null;
    }

    /** A reply came, so many milliseconds after it went out. */
    public void came(int httpStatus, long afterMillis) {
        status = httpStatus;
        millis = afterMillis;
    }

    /** What it was signed over, no secret in it. */
    public synchronized void signed(List<String> over) {
        signed.clear();
        signed.addAll(over);
    }

    /** What it was signed over; empty where it was not signed. */
    public synchronized List<String> signed() {
        return List.copyOf(signed);
    }

    /** GET, POST, …; null where no call went out. */
    public @Nullable String method() {
        return method;
    }

    /** Where it went, with the port where the address names one; null where no call went out. */
    public @Nullable String host() {
        return host;
    }

    /** The HTTP status; null where no reply came. */
    public @Nullable Integer status() {
        return status;
    }

    /** How long the reply took; null where none came. */
    public @Nullable Long millis() {
        return millis;
    }
}
