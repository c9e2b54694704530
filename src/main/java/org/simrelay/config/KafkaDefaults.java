package org.simrelay.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the cards' producer is set to where nothing else is. Operators set it by Kafka's names; the options by which Camel's
 * component is told follow those. Their reasons stand in {@code config/application.properties}.
 */
public final class KafkaDefaults {

    private static final String KAFKAS = "kafka.";
    private static final String CAMELS = "camel.component.kafka.";

    private static final List<Default> ALL = List.of(
            new Default("acks", "request-required-acks", "all"),
            new Default("enable.idempotence", "enable-idempotence", "true"),
            new Default("compression.type", "compression-codec", "lz4"),
            new Default("linger.ms", "linger-ms", "10"),
            new Default("batch.size", "producer-batch-size", "65536"),
            new Default("delivery.timeout.ms", "delivery-timeout-ms", "120000"),
            new Default("max.block.ms", "max-block-ms", "4000"),
            // the one property that has a name of our own, with its default among our keys
            new Default("brokers", "brokers", null));

    private record Default(String property, String option, @Nullable String value) {}

    private KafkaDefaults() {}

    /** The options of Camel's component that follow a {@code kafka.<property>}. */
    static Set<String> followers() {
        return ALL.stream().map(each -> CAMELS + each.option()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an option of Camel's component has no value of its own here, but that of a {@code kafka.<property>}. */
    public static boolean follows(String option, Settings settings) {
        return followers().contains(option) && settings.given(option).isEmpty();
    }

    /** The default of a key, be it Kafka's or Camel's; empty where it has none here. */
    static Optional<String> of(String key) {
        for (Default each : ALL) {
            if (key.equals(CAMELS + each.option())) {
                return Optional.of("{{" + KAFKAS + each.property() + "}}");
            }
            if (each.value() != null && key.equals(KAFKAS + each.property())) {
                return Optional.of(each.value());
            }
        }
        return Optional.empty();
    }
}
