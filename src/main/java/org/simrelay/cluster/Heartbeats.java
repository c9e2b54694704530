package org.simrelay.cluster;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.simrelay.cluster.LeaseClock.Moment;

/** Renews the lease by what Kafka is known to have answered. For the thread of the consumer. */
final class Heartbeats {

    private final Consumer<byte[], byte[]> consumer;
    private final LeaseClock clock;
    private @Nullable Metric heartbeats;
    private double answered;
    private Moment seen;
    /** What the last answer would renew to: Kafka counts an error as an answer, and only the next poll tells of it. */
    private @Nullable Moment unconfirmed;
    // those after the last poll and the one before
    private Moment last;
    private Moment before;

    Heartbeats(Consumer<byte[], byte[]> consumer, LeaseClock clock) {
        this.consumer = consumer;
        this.clock = clock;
        this.seen = clock.now();
        this.last = seen;
        this.before = seen;
    }

    /** The consumer has polled. */
    void polled() {
        before = last;
        last = clock.now();
        if (unconfirmed != null) {
            clock.renew(unconfirmed);
            unconfirmed = null;
        }
        double now = answers();
        if (now > answered) {
            // this answer's question went out after the last answer had come
            if (consumer.groupMetadata().generationId() >= 0) {
                unconfirmed = seen;
            }
            answered = now;
            seen = clock.now();
        }
    }

    /** Kafka has given partitions, within the poll that goes on. */
    void assigned() {
        // the answer was read after this moment, however long the process has been stopped since
        clock.renew(before);
    }

    /** Kafka has told, within the poll that goes on, that this process is no member. */
    void lost() {
        unconfirmed = null;
    }

    private double answers() {
        Metric known = heartbeats;
        if (known == null) {
            for (Map.Entry<MetricName, ? extends Metric> metric :
                    consumer.metrics().entrySet()) {
                if (metric.getKey().name().equals("heartbeat-total")) {
                    known = metric.getValue();
                    heartbeats = known;
                }
            }
        }
        return known != null && known.metricValue() instanceof Number number ? number.doubleValue() : 0;
    }
}
