package org.simrelay.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;

/** How each poll's last sweep ended, as far as Kafka knows. Thread-safe. */
public final class LastEnds implements SweepListener {

    private final Map<String, SweepEnd> ends = new ConcurrentHashMap<>();

    @Override
    public void recorded(Sweep sweep, SweepEnd end) {
        ends.put(sweep.id().poll(), end);
    }

    /** How the poll's last sweep ended; null where no end of it is in Kafka since the service started. */
    public @Nullable SweepEnd of(String poll) {
        return ends.get(poll);
    }
}
