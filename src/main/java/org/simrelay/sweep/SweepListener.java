package org.simrelay.sweep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;

/** Is told of a sweep's life: for the log, last ends, meters, a page. Called on the sweep's own threads, so it must not wait. */
public interface SweepListener {

    /** It begins, or goes on where an earlier run left it. */
    default void begun(Sweep sweep, boolean resumed) {}

    /** An attempt has its permit and goes out, with a login before it where it needs one. */
    default void attemptBegun(Sweep sweep, Request request) {}

    /**
     * An attempt is over that had its permit.
     *
     * @param outcome what its reply meant, or the lack of one
     * @param took from the permit to the judgement of the reply, a login and the pace within it
     */
    default void attemptDone(Sweep sweep, Request request, Outcome outcome, Duration took) {}

    /** Kafka has acknowledged so many cards of a request, whose value says this in "result", or nothing; "unchanged" of an earlier sweep. */
    default void published(Sweep sweep, @Nullable String result, int cards) {}

    /** A request is finished: its cards are published, reported, or asked for by others. */
    default void requestDone(Sweep sweep, Request request) {}

    /** It is over, and its records go to Kafka now. */
    default void ended(Sweep sweep, SweepEnd end) {}

    /** Kafka has the records of its end. */
    default void recorded(Sweep sweep, SweepEnd end) {}

    /** It was not begun; the reason is in its end. */
    default void skipped(Sweep sweep, SweepEnd end) {}

    /** It stops open, and the next run of the service resumes it. */
    default void suspended(Sweep sweep) {}

    /** It stops open, and another process has it. */
    default void lost(Sweep sweep) {}
}
