package org.simrelay.sweep;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Decision.Action;

/**
 * What becomes of a request whose attempt failed: the one place that decides it, by the failure, the attempts so far and the state
 * of the sweep. It only decides; nothing here changes anything.
 */
public final class FailurePolicy {

    // what the next run of a sweep that is suspended may still read or publish
    private static final Set<Outcome> MAY_PASS_NEXT_TIME = EnumSet.of(
            Outcome.TRANSIENT, Outcome.QUOTA, Outcome.UNKNOWN, Outcome.REAUTH, Outcome.BATCH, Outcome.UNPUBLISHED);

    private FailurePolicy() {}

    /**
     * Decides after an attempt, which counts among the request's attempts already. What passes by itself is asked again, a refused
     * signature or token once; of anything else as {@link #settle}.
     *
     * @param failure of the last attempt
     * @param maxAttempts of a request, the first among them
     */
    public static Decision decide(Sweep sweep, Request request, RequestFailure failure, int maxAttempts) {
        // from an answer on its cards are being published: a second one would publish them twice
        if (!request.isAnswered() && !sweep.stopped()) {
            RequestFailure believed =
                    BatchContent.believed(failure, request, sweep.account().session());
            Attempts attempts = request.attempts();
            if (believed.outcome() == Outcome.REAUTH && !attempts.tokens().isReauthenticated()) {
                return Decision.of(Action.REAUTHENTICATE, believed);
            }
            if (passes(sweep, believed, attempts.count(), maxAttempts)) {
                Duration asked = believed.retryAfter();
                // "at once" must not take the growing waits away
                return new Decision(Action.RETRY, believed, asked == null || asked.isZero() ? null : asked, null);
            }
        }
        return settle(sweep, request, failure);
    }

    /**
     * Whether a card whose own item was refused is asked for again, as the whole request would be after a reply of that outcome.
     *
     * @param maxAttempts of a request, the first among them
     */
    public static boolean mayAskCardAgain(Sweep sweep, Request request, RequestFailure failure, int maxAttempts) {
        // this attempt was answered, so it does not count among the request's failed ones
        return request instanceof BatchRequest
                && !sweep.stopped()
                && passes(sweep, failure, request.attempts().count() + 1, maxAttempts);
    }

    private static boolean passes(Sweep sweep, RequestFailure failure, int attempts, int maxAttempts) {
        // who previews sits and waits, and wants to see what came
        return failure.outcome().retried() && attempts < maxAttempts && sweep.preview() == null;
    }

    /** Decides about a request that is not asked again as it is. */
    public static Decision settle(Sweep sweep, Request request, RequestFailure failure) {
        if (request.lost()) {
            return Decision.of(Action.DROP, failure);
        }
        RequestFailure believed = request.publishing() == null
                ? BatchContent.believed(failure, request, sweep.account().session())
                : failure;
        if (sweep.stopSwitch().isSuspended()
                && (believed.isUnsent() || MAY_PASS_NEXT_TIME.contains(believed.outcome()))) {
            return Decision.of(Action.SUSPEND, believed);
        }
        if (believed.isUnsent() && request.attempts().count() <= 1) {
            return Decision.stopping(Action.HAND_BACK, believed, believed.reason());
        }
        believed = believed.onRepeat();
        // reasons and the log show no card's number, the failure's own record does
        RequestFailure shown = believed.hiding(request.open());
        if (BisectLimits.concern(request, believed) && !sweep.stopped()) {
            return switch (sweep.streaks().bisectLimits().next(request)) {
                case SPLIT -> Decision.of(Action.BISECT, believed);
                case FAIL -> Decision.of(Action.FAIL, believed);
                case STOP ->
                    Decision.stopping(Action.FAIL, believed, "the vendor refuses every batch: " + shown.reason());
            };
        }
        return Decision.stopping(Action.FAIL, believed, StopRules.reason(sweep, request, shown));
    }

    /**
     * Decides about a request that was not finished, since even a step behind its failure broke: it counts with what the sweep did not
     * ask, and the sweep stops.
     *
     * @param thrown by that step
     */
    public static Decision unfinished(Request request, Throwable thrown) {
        String why = request.attempts().shown(String.valueOf(thrown.getMessage()), RequestFailure.MOST_SHOWN);
        RequestFailure failure = new RequestFailure(Outcome.UNKNOWN, RequestFailure.FAULT, why);
        if (request.lost()) {
            return Decision.of(Action.DROP, failure);
        }
        String shown = failure.hiding(request.cards()).reason();
        return Decision.stopping(Action.HAND_BACK, failure, request.id() + " could not be finished: " + shown);
    }

    /** Why the sweep stops as soon as a reply says this, before what becomes of its request is decided; null where it does not. */
    public static @Nullable String stopsAtOnce(@Nullable Throwable thrown) {
        return thrown instanceof RequestFailure failure && failure.outcome() == Outcome.DENIED
                ? failure.advice()
                : null;
    }
}
