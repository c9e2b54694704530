package org.simrelay.records;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Polls of which Kafka takes neither a record nor what remembers it: what they say waits in memory, and is tried again with growing
 * waits. For one thread.
 */
final class RefusedPolls {

    /** How often one was refused, and when it is tried again. */
    private record Wait(int times, long until) {}

    private final Map<String, Wait> waits = new HashMap<>();
    private final LongSupplier nanos;

    /** @param nanos a monotonic clock */
    RefusedPolls(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Its first record was refused, this time too. */
    void refused(String poll) {
        waits.compute(poll, (name, wait) -> {
            int times = wait == null ? 1 : wait.times() + 1;
            return new Wait(
                    times, nanos.getAsLong() + OfferWaits.after(times - 1).toNanos());
        });
    }

    /** Whether Kafka took no record of it since it was refused. */
    boolean has(String poll) {
        return waits.containsKey(poll);
    }

    /** Whether it is not yet to be tried again. */
    boolean isWaiting(String poll) {
        Wait wait = waits.get(poll);
        return wait != null && nanos.getAsLong() - wait.until() < 0;
    }

    /** It is tried again now, if it waits. */
    void soon(String poll) {
        waits.computeIfPresent(poll, (name, wait) -> new Wait(wait.times(), nanos.getAsLong()));
    }

    /** Kafka took a record of it. */
    void taken(String poll) {
        waits.remove(poll);
    }

    /** All are tried again now. */
    void allSoon() {
        waits.replaceAll((poll, wait) -> new Wait(wait.times(), nanos.getAsLong()));
    }
}
