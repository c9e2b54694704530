package org.simrelay.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.simrelay.config.KafkaPromise;
import org.simrelay.config.Nearest;
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

    /** Every key that Kafka's clients read. */
    public static Set<String> keys() {
        return KNOWN.stream().map(name -> PREFIX + name).collect(Collectors.toUnmodifiableSet());
    }

    /** What the settings ask of topics. */
    TopicWishes topics() {
        return new TopicWishes(settings);
    }

    /** The bootstrap servers. */
    public String brokers() {
        return settings.require(PREFIX + BROKERS);
    }

    /**
     * Every property but the bootstrap servers.
     *
     * @throws SettingsException for names that Kafka's clients do not know, and for what the service's promise rests on
     */
    public Map<String, Object> passedThrough() {
        Map<String, Object> passed = new HashMap<>();
        Set<String> wrong = new LinkedHashSet<>();
        for (String key : settings.keys(PREFIX, KNOWN)) {
            String name = key.substring(PREFIX.length());
            String property = name.endsWith("-file") ? name.substring(0, name.length() - "-file".length()) : name;
            if (property.equals(BROKERS)) {
                continue;
            }
            if (!KNOWN.contains(property)) {
                wrong.add(key + " is no property of Kafka's clients" + Nearest.text(property, KNOWN)
                        + "; mend its name: " + settings.place(key));
                continue;
            }
            settings.find(PREFIX + property).ifPresent(value -> {
                String words = KafkaPromise.ofProperty(
                        property, value, settings.find(PREFIX + BROKERS).orElse(null));
                String misfit = words == null ? KafkaValues.wrong(property, value) : null;
                if (words != null) {
                    wrong.add(PREFIX + property + " " + words + "; remove it: " + settings.place(PREFIX + property));
                } else if (misfit != null) {
                    wrong.add(PREFIX + property + " " + misfit + "; mend " + settings.place(PREFIX + property));
                } else {
                    passed.put(property, value);
                }
            });
        }
        if (!wrong.isEmpty()) {
            throw new SettingsException(wrong);
        }
        return passed;
    }

    /** What of these a producer understands. */
    public Map<String, Object> producer() {
        Map<String, Object> properties = new HashMap<>(passedThrough());
        properties.keySet().retainAll(ProducerConfig.configNames());
        return properties;
    }

    /** How many bytes the cards' producer puts into a batch. */
    public int batchSize() {
        return settings.integer(PREFIX + ProducerConfig.BATCH_SIZE_CONFIG, 0, Integer.MAX_VALUE);
    }

    /** The properties of an admin client that answers or fails within a few seconds. */
    public Map<String, Object> admin() {
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
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        // where retention takes away what is being read, the rest of it comes, and not only what is new
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // partitions that are added to a topic are read within a minute
        properties.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 60_000);
        return properties;
    }

    private static Set<String> known() {
        Set<String> names = new HashSet<>(ProducerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        KafkaPromise.properties().forEach(names::add);
        return names;
    }
}
