package org.simrelay.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sweep asks next: the requests that answers asked for, before what its source brings. Its owner's lock guards it. */
final class WaitingRequests {

    private final Sweep sweep;
    private final CardSource source;
    private final Deque<Request> queued = new ArrayDeque<>();

    WaitingRequests(Sweep sweep, CardSource source) {
        this.sweep = sweep;
        this.source = source;
    }

    /** The next one, no more waiting; null where there is none now. Stops the sweep where its cards cannot be read on. */
    @Nullable Request poll() {
        boolean elsewhere = !queued.isEmpty() && sweep.streaks().bisectLimits().takeProbe();
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

    /** These are asked too. */
    void add(List<Request> requests) {
        requests.forEach(source::follows);
        queued.addAll(requests);
    }

    /** The two halves of a batch are asked in its place, before all others. */
    void bisect(BatchRequest batch) {
        long accepted = sweep.account().session().accepted();
        List<Request> halves = List.of(batch.half(1, accepted), batch.half(2, accepted));
        halves.forEach(source::follows);
        queued.addFirst(halves.get(1));
        queued.addFirst(halves.get(0));
    }

    /** These were asked, and nothing came of it: they stand among those that were to follow. */
    void addLost(List<Request> lost) {
        queued.addAll(lost);
    }

    /** Those that answers asked for and that still wait. */
    List<Request> queued() {
        return List.copyOf(queued);
    }
}
