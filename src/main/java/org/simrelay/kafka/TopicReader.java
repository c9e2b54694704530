package org.simrelay.kafka;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what is committed of a topic, once through. */
@FunctionalInterface
public interface TopicReader {

    /**
     * Gives every record, in the order of its partition; tombstones too.
     *
     * @throws org.simrelay.config.SettingsException when Kafka does not let it be read
     */
    void read(String topic, Consumer<ConsumerRecord<String, byte[]>> reader);
}
