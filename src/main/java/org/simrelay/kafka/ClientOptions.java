package org.simrelay.kafka;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.simrelay.config.KafkaPromise;
import org.simrelay.config.SettingsException;

/**
 * The last look at a producer's properties, where all ways of setting them have met: settings, environment, routes, JVM options,
 * a profile's file.
 */
final class ClientOptions {

    private static final Map<String, String> OURS = Map.of(
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName(),
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, EventSerializer.class.getName());

    private ClientOptions() {}

    /**
     * Looks at them.
     *
     * @throws SettingsException for the first that the service's promise does not allow
     */
    static void check(Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            look(name, properties.getProperty(name));
        }
    }

    private static void look(String name, String value) {
        boolean ours = value.equals(OURS.get(name)) || name.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        String words = ours || value.isEmpty() ? null : KafkaPromise.ofProperty(name, value, null);
        if (words != null) {
            throw new SettingsException("the option of Kafka's producer " + name + " " + words
                    + "; remove it: kafka." + name
                    + ", an option of camel.component.kafka or a parameter in a route file,"
                    + " also as a JVM option");
        }
    }
}
