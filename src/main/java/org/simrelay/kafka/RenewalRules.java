package org.simrelay.kafka;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.Generation.Legacy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When one of Kafka's producers must be followed by another, and by what sort. Waits are counted in ticks, as in {@link Owed}. */
final class RenewalRules {

    /** How often {@link #due} is to be asked. */
    static final Duration TICK = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(RenewalRules.class);
    private static final int SECOND = 4;
    private static final int QUIET = 180 * SECOND;
    private static final int FIRST_WAIT = 5 * SECOND;
    private static final int LONGEST_WAIT = 60 * SECOND;

    /**
     * What is to follow.
     *
     * @param single whether each record is a batch of its own
     * @param legacy what becomes of the records without a verdict
     * @param timeout how long the former may go on with them
     */
    record Renewal(boolean single, Legacy legacy, Duration timeout) {}

    private final Duration deliveryTimeout;
    private volatile int quiet;
    private int wait = FIRST_WAIT;
    private int age;

    /** @param deliveryTimeout the producer's own */
    RenewalRules(Duration deliveryTimeout) {
        this.deliveryTimeout = deliveryTimeout;
    }

    /** A topic refused a record for its size. */
    void refusedForSize() {
        quiet = 0;
    }

    /** A tick later: what must follow the producer now; null where it may go on. */
    synchronized @Nullable Renewal due(Generation<?, ?> current) {
        age++;
        quiet++;
        if (current.owed.olderThan(2 * ticks(deliveryTimeout))) {
            LOG.error("Kafka's producer says nothing of a record for twice its delivery time-out; it is made anew");
            return new Renewal(current.single, Legacy.FAILED, Duration.ZERO);
        }
        if (current.splits() && !current.single) {
            LOG.error("a topic refuses batches as too large: each record is sent by itself until none is refused for"
                    + " some minutes; look at max.message.bytes of the topics, check names them");
            quiet = 0;
            return new Renewal(true, Legacy.SENT_AGAIN, Duration.ZERO);
        }
        if (current.isBroken() && age >= wait) {
            LOG.error("Kafka's producer does not recover by itself and is made anew");
            wait = Math.min(2 * wait, LONGEST_WAIT);
            return new Renewal(current.single, Legacy.SENT_AGAIN, Duration.ZERO);
        }
        if (current.single && quiet >= QUIET) {
            LOG.info("records are sent in batches again");
            return new Renewal(false, Legacy.SENT_AGAIN, deliveryTimeout);
        }
        if (!current.isBroken() && age >= LONGEST_WAIT) {
            wait = FIRST_WAIT;
        }
        return null;
    }

    /** Another one serves from now on. */
    synchronized void renewed() {
        age = 0;
    }

    static int ticks(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE / 4, duration.dividedBy(TICK));
    }
}
