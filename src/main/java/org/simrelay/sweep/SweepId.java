package org.simrelay.sweep;

import java.time.Instant;
import org.simrelay.config.RouteFiles;

/**
 * Which run of which poll: {@code <poll>@<scheduled time, UTC>}, the same after a restart or on another machine.
 *
 * @param poll the poll's id, {@code <vendor>-<query>}
 * @param scheduledAt the time the timer was to fire, or the moment of the call in {@code once}
 * @param replay whether it asks only for cards that failed before; its id then ends in {@code /replay}
 */
public record SweepId(String poll, Instant scheduledAt, boolean replay) {

    /** A sweep over all the poll's cards. */
    public SweepId(String poll, Instant scheduledAt) {
        this(poll, scheduledAt, false);
    }

    public String vendor() {
        return RouteFiles.vendor(poll);
    }

    /** What the poll asks: the part of its id after the vendor. */
    public String query() {
        return poll.substring(poll.indexOf('-') + 1);
    }

    @Override
    public String toString() {
        return poll + "@" + scheduledAt + (replay ? "/replay" : "");
    }
}
