package org.simrelay.sweep;

import java.time.Instant;
import org.simrelay.config.RouteFiles;

/**
 * Which run of which poll: {@code <poll>@<scheduled time, UTC>}, the same after a restart or on another machine.
 *
 * @param poll the poll's id, {@code <vendor>-<query>}
 * @param scheduledAt the time the timer was to fire, or the moment of the call in {@code once}
 */
public record SweepId(String poll, Instant scheduledAt) {

    public String vendor() {
        return RouteFiles.vendor(poll);
    }

    /** What the poll asks: the part of its id after the vendor. */
    public String query() {
        return poll.substring(poll.indexOf('-') + 1);
    }

    @Override
    public String toString() {
        return poll + "@" + scheduledAt;
    }
}
