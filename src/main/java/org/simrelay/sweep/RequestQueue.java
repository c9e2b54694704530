package org.simrelay.sweep;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Answer;

/**
 * The requests of one sweep, as Camel's splitter takes them: what the source brings, and what answers ask for next.
 *
 * <p>The splitter asks {@link #hasNext} for the following element before it has worked on the present one, so the end
 * cannot be known there. {@link #next} waits until a request may go out and gives null at the end, which the splitter
 * takes as the end too (Camel 4.18, MulticastProcessor). The wait bounds what is in flight up to Kafka's acknowledgement.
 */
public final class RequestQueue implements Iterator<@Nullable Request> {

    private final Sweep sweep;
    private final CardSource source;
    private final PaceCheck pace;
    private final WaitingRequests waiting;
    private final InFlightWindow inFlight;
    private final HandOut handOut;
    private volatile boolean ended;

    RequestQueue(Sweep sweep, CardSource source, int mostAsked) {
        this.sweep = sweep;
        this.source = source;
        this.pace = new PaceCheck(sweep, source);
        this.waiting = new WaitingRequests(sweep, source, mostAsked);
        this.inFlight = new InFlightWindow(sweep, mostAsked);
        this.handOut = new HandOut(sweep, waiting, inFlight, mostAsked, this);
        pace.check();
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    /**
     * The next request; null when all are finished. Waits while too many are in flight, but not for ever: where nothing moves in
     * the sweep for longer than any wait of its settings, it ends, and says so of those that were handed out.
     */
    @Override
    public @Nullable Request next() {
        Request request = taken();
        if (handOut.isStill()) {
            sweep.pulse().stopped();
        }
        return request;
    }

    private synchronized @Nullable Request taken() {
        if (ended) {
            throw new NoSuchElementException();
        }
        Request request = handOut.take(() -> ended);
        if (request == null) {
            close();
        }
        return request;
    }

    /** No more is asked. What was handed out and is not finished stands among those that were to follow: for a route that broke. */
    public synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        waiting.addLost(inFlight.close());
        if (inFlight.size() > 0) {
            sweep.stop(inFlight.size() + " requests that were handed out have not come back");
        }
        source.close();
        notifyAll();
    }

    /** The request is answered and its records, so many bytes, go to Kafka: the next may be asked meanwhile. */
    public synchronized void publishing(Request request, long bytes) {
        if (inFlight.tryAnswer(request, bytes)) {
            handOut.moved();
        }
    }

    /** A request is finished, answered or not; said twice it counts once. */
    public void finished(Request request) {
        if (request.tryFinish()) {
            // before the sweep can end of it
            sweep.listener().requestDone(sweep, request);
            settle(request);
        }
    }

    private synchronized void settle(Request request) {
        source.finished(request);
        inFlight.settle(request);
        handOut.moved();
    }

    /** Sorts an answer and keeps the requests that follow from it. */
    public SortedAnswer sort(Request request, Answer answer) {
        SortedAnswer sorted = source.sort(request, answer);
        pace.check();
        if (!sorted.follow().isEmpty()) {
            follow(sorted.follow());
        }
        return sorted;
    }

    /** Asks these next, unless the queue has ended: then what they came of stands among those that were not finished. */
    public synchronized void follow(List<Request> requests) {
        if (!ended) {
            waiting.add(requests);
        }
    }

    /** Asks the two halves of a batch in its place, before all others. */
    public synchronized void bisect(BatchRequest batch) {
        waiting.bisect(batch);
    }

    /** What the source knows of the sweep's cards now. */
    public synchronized SourceStatus status() {
        return source.status();
    }

    /** The requests that were to follow when the sweep stopped. */
    public synchronized List<Request> queued() {
        return waiting.queued();
    }
}
