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

    /** How many cards a request of this source asks for that no other has; 0 where that is not known. */
    default long asks(Request request) {
        return request.cards().size();
    }

    /** The request stays unread after its attempts. */
    void unread(Request request);

    /** The request will be asked besides the one it came of, and before that is finished. */
    default void follows(Request request) {}

    /** The request is finished: its cards are published, reported, suspended, or asked for by requests that follow. */
    default void finished(Request request) {}

    /** Of a source that is closed: the cards of the inventory that no request has asked for; null where they are none or not known. */
    default @Nullable CardSpan rest() {
        return null;
    }

    /** What is known of the sweep's cards now. */
    SourceStatus status();

    @Override
    void close();
}
