package org.simrelay.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.simrelay.kafka.RenewalRules.Renewal;

/**
 * Kafka's producers that follow each other: the one that serves, and those that end.
 *
 * @param <K> of their keys
 * @param <V> of their values
 */
final class Generations<K, V> {

    private static final int END = RenewalRules.ticks(Duration.ofMinutes(1));

    private final Properties properties;
    private final Function<Properties, Producer<K, V>> maker;
    private final List<Generation<K, V>> retired = new CopyOnWriteArrayList<>();
    private volatile Generation<K, V> current;
    private int made;

    /**
     * Makes the first producer.
     *
     * @param maker makes one of its properties
     */
    Generations(Properties properties, Function<Properties, Producer<K, V>> maker) {
        this.properties = properties;
        this.maker = maker;
        this.current = generation(false);
    }

    Generation<K, V> current() {
        return current;
    }

    /** Makes the next one, and retires the one that served. */
    void follow(Renewal renewal) {
        Generation<K, V> old = current;
        current = generation(renewal.single());
        retired.add(old);
        old.retire(renewal.legacy(), renewal.timeout(), RenewalRules.ticks(renewal.timeout()) + END);
    }

    /** A tick after, for those that end; true when one should have ended and has not. */
    boolean isOneLate() {
        boolean late = false;
        for (Generation<K, V> old : retired) {
            old.owed.tick();
            late |= old.isLate() && !old.owed.none();
        }
        retired.removeIf(old -> old.owed.none());
        return late;
    }

    void close(Duration timeout) {
        retired.forEach(old -> old.producer.close(timeout));
        current.producer.close(timeout);
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
}
