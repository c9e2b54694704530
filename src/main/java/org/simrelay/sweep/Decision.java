package org.simrelay.sweep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.RequestFailure;

/**
 * What becomes of a request whose attempt failed, as {@link FailurePolicy} decides it.
 *
 * @param action what is to be done
 * @param failure the failure to believe, which may not be the one that was thrown: a token that is refused again may mean the batch
 * @param after how long the vendor asks to wait before the next attempt; null for the growing waits of the settings
 * @param stopReason why the sweep stops where it is; null where it goes on
 */
public record Decision(Action action, RequestFailure failure, @Nullable Duration after, @Nullable String stopReason) {

    /** What can be done about a failed attempt. */
    public enum Action {
        /** The same is asked again after a wait. */
        RETRY,
        /** The same is asked again at once, with a fresh signature or token. */
        REAUTHENTICATE,
        /** The two halves of the batch are asked in its place. */
        BISECT,
        /** What it did not publish goes to sim.failures. */
        FAIL,
        /** It stays open, and the next run of its sweep asks it. */
        SUSPEND,
        /** It never went out: it counts among what the sweep did not ask. */
        HAND_BACK,
        /** Nothing: its sweep has ended without it, and said so of it. */
        DROP
    }

    static Decision of(Action action, RequestFailure failure) {
        return new Decision(action, failure, null, null);
    }

    static Decision stopping(Action action, RequestFailure failure, @Nullable String stopReason) {
        return new Decision(action, failure, null, stopReason);
    }

    /** Whether the same is asked again. */
    public boolean asksAgain() {
        return action == Action.RETRY || action == Action.REAUTHENTICATE;
    }
}
