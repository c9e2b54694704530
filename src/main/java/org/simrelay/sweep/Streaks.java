package org.simrelay.sweep;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Decision.Action;

/** How many requests of a sweep failed in a row: what the policy decides by, and counted by what it decides. Thread-safe. */
public final class Streaks {

    private final Sweep sweep;
    private final BisectLimits bisectLimits;
    private final AtomicInteger rejected = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    Streaks(Sweep sweep) {
        this.sweep = sweep;
        this.bisectLimits = new BisectLimits(
                sweep.account().cardFlow(), sweep.account().threads().mostAsking());
    }

    /** How far batches that are refused for their content are split. */
    BisectLimits bisectLimits() {
        return bisectLimits;
    }

    /**
     * Decides about a request that is not asked again as it is, and counts it, both as one step: of two that fail at once one is
     * the later.
     */
    public synchronized Decision settle(Request request, RequestFailure failure) {
        Decision decision = FailurePolicy.settle(sweep, request, failure);
        if (decision.action() == Action.FAIL || decision.action() == Action.BISECT) {
            count(request, decision);
        }
        return decision;
    }

    private void count(Request request, Decision decision) {
        if (BisectLimits.concern(request, decision.failure()) && !sweep.stopped()) {
            bisectLimits.refused(request, decision.action() == Action.BISECT);
        }
        count(Streak.of(request, decision.failure()));
    }

    void count(Streak streak) {
        switch (streak) {
            case REJECTED -> rejected.incrementAndGet();
            case UNANSWERED -> unanswered.incrementAndGet();
            case NONE -> {
                // it stands for itself
            }
        }
    }

    /** How many there are in a row with one more of these. */
    int with(Streak streak) {
        return switch (streak) {
            case REJECTED -> rejected.get() + 1;
            case UNANSWERED -> unanswered.get() + 1;
            case NONE -> 0;
        };
    }

    /**
     * Decides about a sweep of which a request was answered, but each item refused, and counts that, as if the reply as a whole had
     * been.
     *
     * @return why the sweep stops; null where it goes on
     */
    public synchronized @Nullable String settleItems(Request request, RequestFailure failure) {
        String stop = StopRules.reason(sweep, request, failure.hiding(request.cards()));
        count(Streak.of(request, failure));
        return stop;
    }

    /**
     * A request was answered: none goes on.
     *
     * @param withCards whether the answer brought any
     */
    public void answered(boolean withCards) {
        if (withCards) {
            sweep.account().cardFlow().cameThrough();
        }
        rejected.set(0);
        unanswered.set(0);
    }
}
