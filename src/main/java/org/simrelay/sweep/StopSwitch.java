package org.simrelay.sweep;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether a sweep has stopped before its end, why, and who goes on with it. Thread-safe; what is stopped stays so. */
public final class StopSwitch {

    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
    private volatile boolean timed;
    private volatile boolean resumable;
    private volatile boolean suspended;
    private volatile boolean lost;

    StopSwitch() {}

    /** No new request goes out; the first reason given is kept. */
    void stop(String why) {
        reason.compareAndSet(null, why);
    }

    /** Why the sweep stopped before its end; null if it did not. */
    @Nullable String reason() {
        return reason.get();
    }

    /** A timer began the sweep: the poll's own place in what is remembered is its, and it can be resumed from there. */
    public void timed() {
        timed = true;
        resumable = true;
    }

    /** Whether a timer began the sweep. */
    public boolean isTimed() {
        return timed;
    }

    /** When this service stops, the next run resumes the sweep instead of ending it. */
    public void resumable() {
        resumable = true;
    }

    /** No new request goes out, and the next run resumes where this one ends; a sweep of a command just stops. */
    public void suspend(String why) {
        if (resumable && reason.get() == null) {
            suspended = true;
        }
        stop(why);
    }

    /** No new request goes out and nothing more is recorded: another process has the sweep. */
    public void giveUp(String why) {
        suspended = true;
        lost = true;
        stop(why);
    }

    /** Whether the next run resumes the sweep. */
    public boolean isSuspended() {
        return suspended;
    }

    /** Whether another process has the sweep. */
    public boolean isLost() {
        return lost;
    }
}
