package org.simrelay.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.simrelay.jvm.OutOfMemory;
import org.simrelay.kafka.RenewalRules.Renewal;

/**
 * Kafka's producer, made anew where it does not recover by itself. Kafka's client 3.9 splits a batch that is too large for its
 * topic without end, until its network thread dies of it (KAFKA-8350), and nobody is told; a lost right or password is its last
 * word for ever. The records on their way go once more by the next producer, so that no card is called unpublished for it.
 *
 * @param <K> of its keys
 * @param <V> of its values
 */
final class RenewableProducer<K, V> extends PlainProducer<K, V> {

    private static final Duration MOST_CLOSING = Duration.ofSeconds(1);

    private static final int TRIES = 3;

    private final Generations<K, V> generations;
    private final RenewalRules rules;
    private final Consumer<String> fatal;
    private boolean closed;

    /**
     * Makes the first producer.
     *
     * @param maker makes one of its properties
     * @param fatal is told why the process cannot go on
     */
    RenewableProducer(Properties properties, Function<Properties, Producer<K, V>> maker, Consumer<String> fatal) {
        this.fatal = fatal;
        Object timeout = properties.getOrDefault(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
        this.rules = new RenewalRules(
                Duration.ofMillis(Long.parseLong(timeout.toString().strip())));
        this.generations = new Generations<>(properties, maker);
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<K, V> record, @Nullable Callback callback) {
        Delivery<K, V> delivery = new Delivery<>(this, record, callback);
        hand(delivery);
        return delivery;
    }

    private void hand(Delivery<K, V> delivery) {
        for (int tries = 1; ; tries++) {
            Generation<K, V> by = generations.current();
            try {
                delivery.by(by);
                return;
            } catch (RuntimeException e) {
                // closed meanwhile, since the next one has taken over
                if (by.legacy() == null || tries == TRIES || !delivery.retry()) {
                    if (by.legacy() == null && isFatal(e)) {
                        by.breaks();
                    }
                    throw e;
                }
            }
        }
    }

    private static boolean isFatal(RuntimeException e) {
        return Delivery.isFatal(e)
                || e instanceof IllegalStateException
                || e.getClass().equals(KafkaException.class);
    }

    /** By the next producer, unless that takes none now: many records may wait, and each would for {@code max.block.ms}. */
    void sendAgain(Delivery<K, V> delivery, Generation<K, V> from, Exception why) {
        if (from.isBroken() || !delivery.retry()) {
            delivery.settle(null, new TimeoutException("Kafka did not take it, nor a second time", why));
            return;
        }
        try {
            hand(delivery);
        } catch (RuntimeException e) {
            from.breaks();
            delivery.settle(null, e);
            return;
        } catch (Error e) {
            // thrown on, it would end the thread that has the verdicts of all others to give
            OutOfMemory.endIfCausedBy(e);
            from.breaks();
            delivery.settle(null, new KafkaException("Kafka's client broke over it", e));
            return;
        }
        if (delivery.isCompletedExceptionally()) {
            from.breaks();
        }
    }

    void refusedForSize() {
        rules.refusedForSize();
    }

    /** Looks at the producer, and makes it anew where it must be; each {@link RenewalRules#TICK}. */
    synchronized void tick() {
        if (closed) {
            return;
        }
        Generation<K, V> current = generations.current();
        current.owed.tick();
        if (current.isDead()) {
            fatal.accept("the network thread of Kafka's producer has died");
        } else {
            Renewal renewal = rules.due(current);
            if (renewal != null) {
                generations.follow(renewal);
                rules.renewed();
            }
        }
        if (generations.isOneLate()) {
            fatal.accept("Kafka's producer gives no verdict and does not end");
        }
    }

    @Override
    public void flush() {
        generations.current().producer.flush();
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
        return generations.current().producer.metrics();
    }

    @Override
    public void close(Duration timeout) {
        synchronized (this) {
            closed = true;
        }
        // whoever closes has waited for the records already; camel-kafka would give a dead broker half a minute more
        generations.close(timeout.compareTo(MOST_CLOSING) < 0 ? timeout : MOST_CLOSING);
    }
}
