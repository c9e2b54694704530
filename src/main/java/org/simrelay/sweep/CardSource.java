package org.simrelay.sweep;

import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Answer;

/**
 * Where a sweep's requests come from, and what it makes of their answers. Called by one thread at a time, but for {@link #sort}, which
 * several call at once.
 */
public interface CardSource extends AutoCloseable {

    /**
     * The next request.
     *
     * @return null when there is none now; there may be one after those in flight are answered
     * @throws Exception when the cards cannot be read on
     */
    @Nullable Request next() throws Exception;

    /** Sorts an answer: what to publish, what to ask again, what to leave. */
    SortedAnswer sort(Request request, Answer answer);

    /** The request is finished; what has become of its cards, its {@linkplain Request#tally() tally} tells. */
    default void finished(Request request) {}

    /** What is known of the sweep's cards now. */
    SourceStatus status();

    /** No more is asked: gives back what is held open. */
    @Override
    default void close() {}
}
