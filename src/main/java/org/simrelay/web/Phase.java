package org.simrelay.web;

import org.jspecify.annotations.Nullable;

/** Whether the service is starting, runs, or is stopping. Thread-safe. */
public final class Phase {

    private volatile @Nullable String obstacle = "starting";

    /** Start-up is over. */
    public void started() {
        obstacle = null;
    }

    /** No new request goes out any more. */
    public void stopping() {
        obstacle = "stopping";
    }

    /** Why it does not do its work now; null while it runs. */
    public @Nullable String obstacle() {
        return obstacle;
    }
}
