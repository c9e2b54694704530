package org.simrelay.sweep;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What a sweep asks next: the requests that answers asked for, before what its source brings. Its owner's lock guards it. */
final class WaitingRequests {

    private final Sweep sweep;
    private final CardSource source;
    private final int mostLater;
    private final Deque<Request> queued = new ArrayDeque<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparingLong(Later::millis));

    /** @param millis of the monotonic clock, when it may go out */
    private record Later(long millis, Request request) {}

    /** @param mostLater how many may wait for their time before the source is asked no further */
    WaitingRequests(Sweep sweep, CardSource source, int mostLater) {
        this.mostLater = mostLater;
        this.sweep = sweep;
        this.source = source;
    }

    /** The next one, no more waiting; null where there is none now. Stops the sweep where its cards cannot be read on. */
    @Nullable Request poll() {
        Later due = later.peek();
        if (due != null && millisToLater() == 0) {
            return later.remove().request();
        }
        if (queued.isEmpty() && later.size() >= mostLater) {
            // what passes by itself has not passed for so many: more of them would only wait, too
            return null;
        }
        boolean elsewhere = !queued.isEmpty() && sweep.streaks().bisectLimits().takeProbe();
        Request first = elsewhere ? fromSource() : queued.poll();
        return first != null ? first : elsewhere ? queued.poll() : fromSource();
    }

    /** Milliseconds until one that waits may go out; below zero where none waits. */
    long millisToLater() {
        Later next = later.peek();
        return next == null
                ? -1
                : Math.max(0, next.millis() - sweep.account().monotonic().millis());
    }

    private @Nullable Request fromSource() {
        try {
            return source.next();
        } catch (Exception e) {
            sweep.stop("the cards cannot be read on: " + e.getMessage());
            return null;
        }
    }

    /** These are asked too. */
    void add(List<Request> requests) {
        for (Request request : requests) {
            request.follows();
            Duration wait = request instanceof BatchRequest batch ? batch.delay() : Duration.ZERO;
            if (wait.isZero()) {
                queued.add(request);
            } else {
                later.add(new Later(sweep.account().monotonic().millis() + wait.toMillis(), request));
            }
        }
    }

    /** The two halves of a batch are asked in its place, before all others. */
    void bisect(BatchRequest batch) {
        long accepted = sweep.account().session().accepted();
        List<Request> halves = List.of(batch.half(1, accepted), batch.half(2, accepted));
        halves.forEach(Request::follows);
        queued.addFirst(halves.get(1));
        queued.addFirst(halves.get(0));
    }

    /** These were asked, and nothing came of it: they stand among those that were to follow. */
    void addLost(List<Request> lost) {
        queued.addAll(lost);
    }

    /** Those that answers asked for and that still wait. */
    List<Request> queued() {
        List<Request> all = new ArrayList<>(queued);
        later.forEach(waits -> all.add(waits.request()));
        return all;
    }
}
