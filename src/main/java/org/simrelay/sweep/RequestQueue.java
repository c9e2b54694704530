package org.simrelay.sweep;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.reply.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of one sweep, as Camel's splitter takes them: what the source brings, and what answers ask for next.
 *
 * <p>The splitter asks {@link #hasNext} for the following element before it has worked on the present one, so the end
 * cannot be known there. {@link #next} waits until a request may go out and gives null at the end, which the splitter
 * takes as the end too (Camel 4.18, MulticastProcessor). The wait bounds what is in flight up to Kafka's acknowledgement, in
 * requests and in bytes.
 */
public final class RequestQueue implements Iterator<@Nullable Request> {

    private static final Logger LOG = LoggerFactory.getLogger(RequestQueue.class);

    // Kafka's acknowledgement takes longer than a vendor's answer may
    private static final int MOST_PUBLISHING = 1000;
    private static final int LOOK_MILLIS = 1000;
    private static final int MOST_LAG_MILLIS = 2000;

    private final Sweep sweep;
    private final CardSource source;
    private final PaceCheck pace;
    private final int mostAsking;
    private final int refillAt;
    private final Deque<Request> queued = new ArrayDeque<>();
    private final Set<Request> handedOut = new LinkedHashSet<>();
    private int asking;
    private final Map<Request, Long> publishing = new LinkedHashMap<>();
    private long lastAnswer;
    private long unacknowledgedBytes;
    private volatile boolean ended;
    private volatile boolean still;

    /** @param mostAsking requests that may wait for the vendor or be worked on at once */
    RequestQueue(Sweep sweep, CardSource source, int mostAsking) {
        this.sweep = sweep;
        this.source = source;
        this.pace = new PaceCheck(sweep, source);
        this.mostAsking = mostAsking;
        this.refillAt = mostAsking - Math.max(1, mostAsking / 2);
        // a sweep waits for its next request on a thread of its own
        sweep.account().threads().waiting();
        sweep.account().inFlightBytes().begun();
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
        if (still) {
            sweep.isStill();
        }
        return request;
    }

    private synchronized @Nullable Request taken() {
        if (ended) {
            throw new NoSuchElementException();
        }
        Request request = free();
        boolean interrupted = false;
        while (request == null && !handedOut.isEmpty() && !ended) {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            request = free();
            if (request == null && isStill()) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (request == null) {
            close();
        } else {
            handedOut.add(request);
            asking++;
            sweep.moved();
        }
        return request;
    }

    private boolean isStill() {
        Account account = sweep.account();
        int others = Math.max(0, account.inFlightBytes().sweeps() - 1);
        Duration most = account.patience().withoutMove((long) others * mostAsking, account.gate());
        still = !handedOut.isEmpty() && !ended && sweep.still().compareTo(most) > 0;
        if (still) {
            sweep.stop("nothing has moved for " + most.toSeconds() + " s, and " + handedOut.size()
                    + " requests that were handed out have not come back");
            LOG.error("{}: {}", sweep, sweep.stopReason());
        }
        return still;
    }

    private @Nullable Request free() {
        return sweep.stopped() || full() ? null : ready();
    }

    /** No more is asked. What was handed out and is not finished stands among those that were to follow: for a route that broke. */
    public synchronized void close() {
        if (!ended) {
            ended = true;
            for (Request request : handedOut) {
                if (request.tryFinish()) {
                    request.lose();
                    queued.add(request);
                }
            }
            if (!handedOut.isEmpty()) {
                sweep.stop(handedOut.size() + " requests that were handed out have not come back");
            }
            sweep.account().threads().resumed();
            sweep.account().inFlightBytes().ended();
            source.close();
            notifyAll();
        }
    }

    private boolean full() {
        if (sweep.preview() != null) {
            return !handedOut.isEmpty();
        }
        return asking >= mostAsking
                || publishing.size() >= MOST_PUBLISHING
                || unacknowledgedBytes >= sweep.account().inFlightBytes().each()
                || kafkaLags();
    }

    /** Answers came in for longer than Kafka may take to acknowledge one: more of them would only wait too. */
    private boolean kafkaLags() {
        return !publishing.isEmpty() && publishing.values().iterator().next() + MOST_LAG_MILLIS < lastAnswer;
    }

    /** The request is answered and its records, so many bytes, go to Kafka: the next may be asked meanwhile. */
    public synchronized void publishing(Request request, long bytes) {
        if (request.tryWeigh(bytes)) {
            asking--;
            unacknowledgedBytes += bytes;
            lastAnswer = sweep.account().monotonic().millis();
            publishing.put(request, lastAnswer);
            sweep.moved();
            wake();
        }
    }

    /** A request is finished, answered or not; said twice it counts once. */
    public void finished(Request request) {
        if (request.tryFinish()) {
            settle(request);
            sweep.requestDone(request);
        }
    }

    private synchronized void settle(Request request) {
        source.finished(request);
        handedOut.remove(request);
        sweep.moved();
        long bytes = request.weight();
        if (bytes < 0) {
            asking--;
        } else {
            unacknowledgedBytes -= bytes;
            publishing.remove(request);
        }
        wake();
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

    /** Asks these next. */
    public synchronized void follow(List<Request> requests) {
        if (ended) {
            // what they came of stands among those that were not finished
            return;
        }
        requests.forEach(source::follows);
        queued.addAll(requests);
    }

    /** Asks the two halves of a batch in its place, before all others. */
    public synchronized void bisect(BatchRequest batch) {
        long accepted = sweep.account().session().accepted();
        List<Request> halves = List.of(batch.half(1, accepted), batch.half(2, accepted));
        halves.forEach(source::follows);
        queued.addFirst(halves.get(1));
        queued.addFirst(halves.get(0));
    }

    /** The request stays unread. */
    public synchronized void unread(Request request) {
        source.unread(request);
    }

    /** What the source says of a sweep that has ended or is running. */
    public synchronized <T> T ask(Function<CardSource, T> question) {
        return question.apply(source);
    }

    /** RequestQueue that were to follow when the sweep stopped. */
    public synchronized List<Request> queued() {
        return List.copyOf(queued);
    }

    /** Half of all are handed out at a time: waking a thread for each costs more than the request. */
    private void wake() {
        if (asking <= refillAt) {
            notifyAll();
        }
    }

    private @Nullable Request ready() {
        boolean elsewhere = !queued.isEmpty() && sweep.bisectLimits().takeProbe();
        Request first = elsewhere ? fromSource() : queued.poll();
        return first != null ? first : elsewhere ? queued.poll() : fromSource();
    }

    private @Nullable Request fromSource() {
        try {
            return source.next();
        } catch (Exception e) {
            sweep.stop("the cards cannot be read on: " + e.getMessage());
            return null;
        }
    }
}
