package org.simrelay.sweep;

import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Answer;

/** Where a sweep's requests come from, and what it makes of their answers: batches of an inventory, or pages of a list. */
public interface CardSource extends AutoCloseable {

    /** The doubt about a list of which a page was not read, whose failure stands for it. */
    String PAGE_UNREAD = "a page stayed unread";

    /**
     * The next request. Called by one thread at a time, as are the other methods but {@link #sort}.
     *
     * @return null when there is none now; there may be one after those in flight are answered
     * @throws Exception when the cards cannot be read on
     */
    @Nullable Request next() throws Exception;

    /** Sorts an answer: what to publish, what to ask again, what to leave. Called by several threads at once. */
    SortedAnswer sort(Request request, Answer answer);

    /** The request stays unread after its retries. */
    void unread(Request request);

    /** Distinct cards this sweep is to publish, as far as known; null before. */
    @Nullable Long expected();

    /** Cards that no request has asked for yet, as far as known; null where only the vendor knows. */
    @Nullable Long unasked();

    /** How many cards a request asks for at most. */
    default int mostPerRequest() {
        return 1;
    }

    /** How often each card is asked for at least: a list that moves is read more than once. */
    default int passes() {
        return 1;
    }

    /** How many cards the request asks for; 0 where that is not known. */
    default long asks(Request request) {
        return request.cards().size();
    }

    /** How many cards the inventory has; null where the list is the vendor's. */
    default @Nullable Long inventory() {
        return null;
    }

    /** Why the sweep must not be called complete though every request was answered; null when it may. */
    @Nullable String doubt();

    /** The request will be asked besides the one it came of, and before that is finished. */
    default void follows(Request request) {}

    /** The request is finished: its cards are published, reported, left, or asked for by requests that follow. */
    default void finished(Request request) {}

    /** How far the sweep has come without a gap. */
    default Progress progress() {
        return Progress.NONE;
    }

    @Override
    void close();
}
