package org.simrelay.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/**
 * One of Kafka's producers, of those that follow each other in a {@link RenewableProducer}.
 *
 * @param <K> of its keys
 * @param <V> of its values
 */
final class Generation<K, V> {

    /** What becomes of the records that it leaves without a verdict. */
    enum Legacy {
        /** The next producer sends them. */
        SENT_AGAIN,
        /** Their time is over. */
        FAILED
    }

    final Producer<K, V> producer;

    /** Whether each record is a batch of its own. */
    final boolean single;

    final Owed owed = new Owed();
    private final @Nullable Thread network;
    private final @Nullable Metric splits;
    private volatile @Nullable Legacy legacy;
    private volatile boolean broken;
    private int ticksLeft;

    /** @param maker makes the producer */
    Generation(Supplier<Producer<K, V>> maker, boolean single) {
        this.single = single;
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        this.producer = maker.get();
        Map<MetricName, ? extends Metric> metrics = producer.metrics();
        this.splits = metrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("batch-split-total"))
                .<Metric>map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        Set<String> names = new HashSet<>();
        metrics.keySet()
                .forEach(name -> names.add(KafkaProducer.NETWORK_THREAD_PREFIX + " | "
                        + name.tags().get("client-id")));
        this.network = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> names.contains(thread.getName()) && !before.contains(thread))
                .findFirst()
                .orElse(null);
    }

    /** Whether Kafka refused a batch as too large, and the producer splits it: in vain, where each part is as large again. */
    boolean splits() {
        return splits != null && splits.metricValue() instanceof Number number && number.doubleValue() > 0;
    }

    /** Whether it can neither send any more nor say so. */
    boolean isDead() {
        return network != null && !network.isAlive();
    }

    /** After an error that it does not recover from by itself. */
    void breaks() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** What becomes of its records; null as long as it serves. */
    @Nullable Legacy legacy() {
        return legacy;
    }

    /** The next one has taken over; this one ends. */
    void retire(Legacy what, Duration timeout, int ticks) {
        legacy = what;
        ticksLeft = ticks;
        // waits for its network thread, and that for the callbacks
        Thread closer = new Thread(() -> producer.close(timeout), "kafka-producer-close");
        closer.setDaemon(true);
        closer.start();
    }

    /** A tick after its retirement; whether it should have ended by now. */
    boolean isLate() {
        return --ticksLeft < 0;
    }
}
