package org.simrelay.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
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
import org.simrelay.kafka.Generation.Legacy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's producer, made anew where it does not recover by itself. Kafka's client 3.9 splits a batch that is too large for its
 * topic without end, until its network thread dies of it (KAFKA-8350), and nobody is told; a lost right or password is its last
 * word for ever. The records on their way go once more by the next producer, so that no card is called unpublished for it.
 *
 * @param <K> of its keys
 * @param <V> of its values
 */
final class RenewableProducer<K, V> extends PlainProducer<K, V> {

    /** How often {@link #tick} is to be called. */
    static final Duration TICK = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(RenewableProducer.class);
    private static final int SECOND = 4;
    private static final int QUIET = 180 * SECOND;
    private static final int FIRST_WAIT = 5 * SECOND;
    private static final int LONGEST_WAIT = 60 * SECOND;
    private static final int END = 60 * SECOND;
    private static final int TRIES = 3;

    private final Properties properties;
    private final Function<Properties, Producer<K, V>> maker;
    private final Consumer<String> fatal;
    private final Duration deliveryTimeout;
    private final List<Generation<K, V>> retired = new CopyOnWriteArrayList<>();
    private volatile Generation<K, V> current;
    private volatile int quiet;
    private int made;
    private int wait = FIRST_WAIT;
    private int age;
    private boolean closed;

    /**
     * Makes the first producer.
     *
     * @param maker makes one of its properties
     * @param fatal is told why the process cannot go on
     */
    RenewableProducer(Properties properties, Function<Properties, Producer<K, V>> maker, Consumer<String> fatal) {
        this.properties = properties;
        this.maker = maker;
        this.fatal = fatal;
        Object timeout = properties.getOrDefault(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
        this.deliveryTimeout =
                Duration.ofMillis(Long.parseLong(timeout.toString().strip()));
        this.current = generation(false);
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<K, V> record, @Nullable Callback callback) {
        Delivery<K, V> delivery = new Delivery<>(this, record, callback);
        hand(delivery);
        return delivery;
    }

    private void hand(Delivery<K, V> delivery) {
        for (int tries = 1; ; tries++) {
            Generation<K, V> by = current;
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
        }
        if (delivery.isCompletedExceptionally()) {
            from.breaks();
        }
    }

    void refusedForSize() {
        quiet = 0;
    }

    /** Looks at the producer, and makes it anew where it must be; four times a second. */
    synchronized void tick() {
        if (closed) {
            return;
        }
        age++;
        quiet++;
        current.owed.tick();
        if (current.isDead()) {
            fatal.accept("the network thread of Kafka's producer has died");
        } else if (current.owed.olderThan(2 * ticks(deliveryTimeout))) {
            LOG.error("Kafka's producer says nothing of a record for twice its delivery time-out; it is made anew");
            renew(current.single, Legacy.FAILED, Duration.ZERO);
        } else if (current.splits() && !current.single) {
            LOG.error("a topic refuses batches as too large: each record is sent by itself until none is refused for"
                    + " some minutes; look at max.message.bytes of the topics, check names them");
            quiet = 0;
            renew(true, Legacy.SENT_AGAIN, Duration.ZERO);
        } else if (current.isBroken() && age >= wait) {
            LOG.error("Kafka's producer does not recover by itself and is made anew");
            wait = Math.min(2 * wait, LONGEST_WAIT);
            renew(current.single, Legacy.SENT_AGAIN, Duration.ZERO);
        } else if (current.single && quiet >= QUIET) {
            LOG.info("records are sent in batches again");
            renew(false, Legacy.SENT_AGAIN, deliveryTimeout);
        } else if (!current.isBroken() && age >= LONGEST_WAIT) {
            wait = FIRST_WAIT;
        }
        for (Generation<K, V> old : retired) {
            old.owed.tick();
            if (old.isLate() && !old.owed.none()) {
                fatal.accept("Kafka's producer gives no verdict and does not end");
            }
        }
        retired.removeIf(old -> old.owed.none());
    }

    private void renew(boolean single, Legacy legacy, Duration timeout) {
        Generation<K, V> old = current;
        current = generation(single);
        age = 0;
        retired.add(old);
        old.retire(legacy, timeout, ticks(timeout) + END);
    }

    private Generation<K, V> generation(boolean single) {
        Properties own = new Properties();
        own.putAll(properties);
        made++;
        if (single) {
            own.put(ProducerConfig.BATCH_SIZE_CONFIG, "0");
        }
        Object id = own.get(CommonClientConfigs.CLIENT_ID_CONFIG);
        if (made > 1 && id != null) {
            own.put(CommonClientConfigs.CLIENT_ID_CONFIG, id + "-" + made);
        }
        return new Generation<>(() -> maker.apply(own), single);
    }

    private static int ticks(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE / 4, duration.dividedBy(TICK));
    }

    @Override
    public void flush() {
        current.producer.flush();
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
        return current.producer.metrics();
    }

    @Override
    public void close(Duration timeout) {
        synchronized (this) {
            closed = true;
        }
        retired.forEach(old -> old.producer.close(timeout));
        current.producer.close(timeout);
    }
}
