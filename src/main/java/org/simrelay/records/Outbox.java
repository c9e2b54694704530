package org.simrelay.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of sweeps and failures that Kafka did not take, in memory and bounded. Sent again they have the same ids, so
 * a subscriber can tell those that had arrived after all.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_KEPT = 10_000;

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Clock clock;
    private Instant askAgainAt = Instant.MIN;
    private final Deque<Sent> kept = new ArrayDeque<>();

    /** @param clock tells when Kafka is asked again after it took nothing */
    public Outbox(Clock clock) {
        this.clock = clock;
    }

    /**
     * The records kept so far, then these; none is kept any more. None at all right after Kafka took nothing: each would wait
     * in vain for seconds, one behind the other.
     */
    public synchronized List<Sent> withKept(@Body List<Sent> records, Exchange exchange) {
        if (clock.instant().isBefore(askAgainAt)) {
            add(records);
            exchange.setProperty("unsent", true);
            return List.of();
        }
        List<Sent> all = new ArrayList<>(kept.size() + records.size());
        all.addAll(kept);
        all.addAll(records);
        kept.clear();
        all.forEach(Sent::arm);
        return all;
    }

    /** Whether records are kept that may be tried again now. */
    public synchronized boolean isDue() {
        return !kept.isEmpty() && !clock.instant().isBefore(askAgainAt);
    }

    private int add(List<Sent> records) {
        kept.addAll(records);
        int lost = 0;
        while (kept.size() > MOST_KEPT) {
            LOG.error(
                    "given up after {} records were kept for Kafka: {}",
                    MOST_KEPT,
                    kept.removeFirst().text());
            lost++;
        }
        return lost;
    }

    /** Keeps the records that could not be sent, stops the sweep, and leaves true in the property "unsent". */
    public void keep(@Body List<Sent> records, Exchange exchange) {
        exchange.setProperty("unsent", true);
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        Sweep sweep = exchange.getProperty("sweep", Sweep.class);
        if (sweep != null) {
            sweep.stop("Kafka: " + why.getMessage());
        }
        synchronized (this) {
            askAgainAt = clock.instant().plus(PAUSE);
            int lost = add(records);
            LOG.error(
                    "Kafka did not take {} records of sweeps and failures ({}); {} are kept and sent when it is back{}",
                    records.size(),
                    why.getMessage(),
                    kept.size(),
                    lost == 0 ? "" : ", " + lost + " stand in this log alone");
        }
    }
}
