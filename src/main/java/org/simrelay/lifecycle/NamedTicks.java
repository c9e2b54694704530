package org.simrelay.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which ticks of each poll and account have named a sweep: no two sweeps have one name, whatever is done to the clock. Thread-safe. */
final class NamedTicks {

    private final Map<String, Instant> last = new ConcurrentHashMap<>();
    // the latest that had come when the clock was set back, or in another process: those up to it come again
    private final Map<String, Instant> again = new ConcurrentHashMap<>();

    /**
     * When the sweep of a tick is due, by which it is named: at the tick; at this very millisecond, as one by hand, where a tick of the
     * same time may have come before the clock was set back.
     *
     * @param key of the poll and account
     * @return null where it is the tick that came last: a timer that was made anew within the second of its tick fires for it again
     */
    @Nullable Instant due(String key, Instant tick, Instant now) {
        if (tick.equals(last.put(key, tick))) {
            return null;
        }
        Instant latest = again.get(key);
        if (latest == null || tick.isAfter(latest)) {
            return tick;
        }
        // never at a whole second, which is a tick's
        return now.with(ChronoField.MILLI_OF_SECOND, Math.max(1, now.get(ChronoField.MILLI_OF_SECOND)));
    }

    /** The clock was set back. */
    void comeAgain() {
        last.forEach((key, tick) -> again.merge(key, tick, NamedTicks::later));
    }

    /** Kafka remembers this tick as the last one: of a process before, or of one whose clock is ahead of this one's. */
    void told(String key, Instant tick) {
        last.merge(key, tick, NamedTicks::later);
        again.merge(key, tick, NamedTicks::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
