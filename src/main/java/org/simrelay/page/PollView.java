package org.simrelay.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.status.OpenTotal;

/**
 * A poll for one account, as it is now.
 *
 * @param account null for one that is off
 * @param offBy the key that switches it off; null for one that is on
 * @param pausedAt since when it is paused; null where it is not
 * @param sweep the one that runs; null where none does
 * @param last how its last sweep ended; null where that is not known
 * @param completeAt when its last complete sweep ended; null where there is none
 * @param next when its timer fires next; null where it does not
 * @param owner which process has its account; null where none has, or that is not known yet
 */
record PollView(
        String poll,
        @Nullable String account,
        State state,
        @Nullable WaitsFor waitsFor,
        @Nullable String offBy,
        @Nullable Instant pausedAt,
        @Nullable SweepNow sweep,
        @Nullable LastEnd last,
        @Nullable Instant completeAt,
        @Nullable Instant next,
        OpenTotal open,
        @Nullable OwnerView owner) {

    /** One that is switched off by a key. */
    static PollView off(String poll, String key) {
        return new PollView(poll, null, State.OFF, null, key, null, null, null, null, null, OpenTotal.NONE, null);
    }

    /** What one that takes part does. */
    static State state(@Nullable WaitsFor waitsFor, boolean paused, boolean running) {
        return waitsFor != null ? State.WAITING : running ? State.RUNNING : paused ? State.PAUSED : State.IDLE;
    }
}
