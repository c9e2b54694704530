package org.simrelay.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** What {@code kafka.<client property>} passes to Kafka's clients. */
public final class KafkaSettings {

    private static final String PREFIX = "kafka.";
    private static final String BROKERS = "brokers";
    private static final Set<String> KNOWN = known();

    private final Settings settings;

    public KafkaSettings(Settings settings) {
        this.settings = settings;
    }

    /** The bootstrap servers. */
    public String brokers() {
        return settings.require(PREFIX + BROKERS);
    }

    /**
     * Every property but the bootstrap servers.
     *
     * @throws SettingsException for a name that Kafka's clients do not know
     */
    public Map<String, Object> passedThrough() {
        Map<String, Object> passed = new HashMap<>();
        for (String key : settings.keys(PREFIX, KNOWN)) {
            String name = key.substring(PREFIX.length());
            String property = name.endsWith("-file") ? name.substring(0, name.length() - "-file".length()) : name;
            if (property.equals(BROKERS)) {
                continue;
            }
            if (!KNOWN.contains(property)) {
                throw new SettingsException(
                        key + " is no property of Kafka's clients; mend its name in " + settings.file());
            }
            settings.find(PREFIX + property).ifPresent(value -> passed.put(property, value));
        }
        return passed;
    }

    /** The properties of an admin client that answers or fails within a few seconds. */
    Map<String, Object> admin() {
        Map<String, Object> properties = new HashMap<>(passedThrough());
        properties.keySet().retainAll(AdminClientConfig.configNames());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000);
        return properties;
    }

    /** The properties of a consumer that reads a topic once, without a group. */
    public Map<String, Object> consumer() {
        Map<String, Object> properties = new HashMap<>(passedThrough());
        properties.keySet().retainAll(ConsumerConfig.configNames());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return properties;
    }

    private static Set<String> known() {
        Set<String> names = new HashSet<>(ProducerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        return names;
    }
}
