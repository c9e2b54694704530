package org.simrelay.page;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.page.SweepNow.Begun;
import org.simrelay.reply.Outcome;
import org.simrelay.sweep.Forecast;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;

/** What this process sees of its sweeps that Kafka does not tell, or not yet. One entry a poll and account. Thread-safe. */
public final class SweepWatch implements SweepListener {

    private final Clock clock;
    private final Map<String, Begun> begun = new ConcurrentHashMap<>();
    private final Map<String, LastEnd> ends = new ConcurrentHashMap<>();
    private final Map<String, Outcomes> outcomes = new ConcurrentHashMap<>();

    public SweepWatch(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void begun(Sweep sweep, boolean resumed) {
        if (sweep.preview() == null) {
            begun.put(sweep.id().key(), new Begun(clock.instant(), Forecast.done(sweep)));
        }
    }

    @Override
    public void attemptDone(Sweep sweep, Request request, Outcome outcome, Duration took) {
        of(sweep.account()).add(outcome);
    }

    @Override
    public void ended(Sweep sweep, SweepEnd end) {
        saw(sweep, end, false);
    }

    @Override
    public void recorded(Sweep sweep, SweepEnd end) {
        saw(sweep, end, true);
    }

    @Override
    public void skipped(Sweep sweep, SweepEnd end) {
        saw(sweep, end, false);
    }

    private void saw(Sweep sweep, SweepEnd end, boolean told) {
        if (sweep.preview() == null) {
            ends.put(sweep.id().key(), LastEnd.of(sweep, end, clock.instant(), told));
        }
    }

    /** Where the sweep of this key began that runs, or ran last; null where none did. */
    @Nullable Begun begun(String key) {
        return begun.get(key);
    }

    /** How the last sweep of this key ended; null where none did. */
    @Nullable LastEnd end(String key) {
        return ends.get(key);
    }

    /** What an account's attempts came to. */
    Outcomes of(Account account) {
        return outcomes.computeIfAbsent(account.id(), id -> new Outcomes(clock));
    }
}
