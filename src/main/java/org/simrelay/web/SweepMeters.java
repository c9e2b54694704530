package org.simrelay.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;

/** The meters of sweeps: told of each batch, request and end, never of a card. */
final class SweepMeters implements SweepListener {

    /** What a result must look like to be a label: a word of a mapping, never a number of a card. */
    private static final Pattern RESULT = Pattern.compile("[a-z][a-z-]{0,31}");

    private static final String NO_RESULT = "ok";
    private static final String OTHER = "other";
    // a mapping may give a vendor's words
    private static final int MOST_RESULTS = 100;

    private final MeterRegistry registry;
    private final Clock clock;
    private final Clock monotonic;
    private final Map<String, PollMeters> polls = new ConcurrentHashMap<>();
    private final Set<String> results = ConcurrentHashMap.newKeySet();

    /** @param monotonic measures durations */
    SweepMeters(MeterRegistry registry, Clock clock, Clock monotonic) {
        this.registry = registry;
        this.clock = clock;
        this.monotonic = monotonic;
    }

    /** The meters of a poll and account, there from now on though no sweep of it has begun. */
    PollMeters of(String poll, String account) {
        return polls.computeIfAbsent(
                SweepId.key(poll, account),
                key -> PollGauges.register(registry, tags(poll, account), new PollMeters(clock, monotonic)));
    }

    /** The labels of what is measured of a poll and account. */
    static Tags tags(String poll, String account) {
        return Tags.of("poll", poll, "account", account);
    }

    private PollMeters of(Sweep sweep) {
        return of(sweep.id().poll(), sweep.id().account());
    }

    @Override
    public void begun(Sweep sweep, boolean resumed) {
        of(sweep).begun(sweep);
    }

    @Override
    public void attemptDone(Sweep sweep, Request request, Outcome outcome, Duration took) {
        RequestTimers.of(registry, sweep.id().vendor(), sweep.id().account(), outcome)
                .record(took);
    }

    @Override
    public void published(Sweep sweep, @Nullable String result, int cards) {
        String said = result == null ? NO_RESULT : isKnown(result) ? result : OTHER;
        registry.counter(
                        "simrelay.cards.published",
                        "poll",
                        sweep.id().poll(),
                        "account",
                        sweep.id().account(),
                        "result",
                        said)
                .increment(cards);
    }

    private boolean isKnown(String result) {
        if (results.contains(result)) {
            return true;
        }
        boolean fits = results.size() < MOST_RESULTS && RESULT.matcher(result).matches();
        if (fits) {
            results.add(result);
        }
        return fits;
    }

    @Override
    public void ended(Sweep sweep, SweepEnd end) {
        // one that is ended in the name of an earlier run never began here
        of(sweep).ended();
        over(sweep, end);
    }

    @Override
    public void skipped(Sweep sweep, SweepEnd end) {
        over(sweep, end);
    }

    private void over(Sweep sweep, SweepEnd end) {
        registry.counter(
                        "simrelay.sweeps",
                        tags(sweep.id().poll(), sweep.id().account())
                                .and("outcome", end.result().word()))
                .increment();
    }

    @Override
    public void suspended(Sweep sweep) {
        of(sweep).ended();
    }

    @Override
    public void lost(Sweep sweep) {
        of(sweep).ended();
    }
}
