package org.simrelay.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;

/** How the last sweep of each poll ended, for each of its accounts, as far as Kafka knows. Thread-safe. */
public final class LastEnds implements SweepListener {

    private final Map<String, SweepEnd> ends = new ConcurrentHashMap<>();

    @Override
    public void recorded(Sweep sweep, SweepEnd end) {
        ends.put(sweep.id().key(), end);
    }

    /** How the last sweep ended of this key, a poll or {@code <poll>.<account>}; null where no end of it is in Kafka since the service started. */
    public @Nullable SweepEnd of(String key) {
        return ends.get(key);
    }
}
