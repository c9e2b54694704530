package org.simrelay.kafka;

import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Quoted;

/** Looks at the values of Kafka's properties by what its clients say of them, before one is made and breaks on them. */
final class KafkaValues {

    private static final List<ConfigDef> CLIENTS =
            List.of(ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef());

    private KafkaValues() {}

    /** What is wrong with a value, to go behind its property's name; null where nothing is. */
    static @Nullable String wrong(String property, String value) {
        for (ConfigDef client : CLIENTS) {
            ConfigKey key = client.configKeys().get(property);
            if (key != null && !isValid(key, value)) {
                String form = key.type.name().toLowerCase(Locale.ROOT);
                return "is " + Quoted.of(value) + " but must be of type " + form
                        + (key.validator == null ? "" : ": " + key.validator);
            }
        }
        return null;
    }

    private static boolean isValid(ConfigKey key, String value) {
        try {
            Object parsed = ConfigDef.parseType(key.name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(key.name, parsed);
            }
            return true;
        } catch (ConfigException e) {
            return false;
        }
    }
}
