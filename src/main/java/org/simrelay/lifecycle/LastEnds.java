package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;
import org.simrelay.sweep.SweepResult;

/** How the last sweep of each poll ended, for each of its accounts, as far as Kafka knows. Thread-safe. */
public final class LastEnds implements SweepListener {

    private final Map<String, SweepEnd> ends = new ConcurrentHashMap<>();
    private final Map<String, Instant> complete = new ConcurrentHashMap<>();
    private final Clock clock;

    public LastEnds(Clock clock) {
        this.clock = clock;
    }

    /** What earlier runs of the service left: when the last complete sweep of each key ended. */
    public void restore(Map<String, Instant> earlier) {
        complete.putAll(earlier);
        clockSetBack();
    }

    /** The clock was set back, or was ahead for an earlier run: no end is of the future, and its age counts from here on at the latest. */
    public void clockSetBack() {
        Instant now = clock.instant();
        complete.replaceAll((key, at) -> at.isAfter(now) ? now : at);
    }

    @Override
    public void recorded(Sweep sweep, SweepEnd end) {
        ends.put(sweep.id().key(), end);
        if (end.result() == SweepResult.COMPLETE && !sweep.id().replay()) {
            complete.put(sweep.id().key(), clock.instant());
        }
    }

    /** When the last complete sweep of this key ended, of earlier runs of the service too; null where none is known. */
    public @Nullable Instant completeAt(String key) {
        return complete.get(key);
    }

    /** How the last sweep ended of this key, a poll or {@code <poll>.<account>}; null where no end of it is in Kafka since the service started. */
    public @Nullable SweepEnd of(String key) {
        return ends.get(key);
    }
}
