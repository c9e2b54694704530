package org.simrelay.config;

import java.util.Map;

/**
 * Camel's own options as the service needs them, where nothing else is set; for those of Kafka's producer see
 * {@link KafkaDefaults}. Their reasons stand beside them in
 * {@code config/application.properties}.
 */
final class CamelDefaults {

    static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("camel.main.name", "simrelay"),
            Map.entry("camel.main.auto-configuration-log-summary", "false"),
            Map.entry("camel.main.startup-summary-level", "off"),
            Map.entry("camel.main.jmx-enabled", "false"),
            Map.entry("camel.main.stream-caching-enabled", "false"),
            Map.entry("camel.main.shutdown-timeout", "10"),
            Map.entry("camel.component.http.connections-per-route", "256"),
            Map.entry("camel.component.http.max-total-connections", "512"),
            Map.entry("camel.component.http.automatic-retries-disabled", "true"),
            Map.entry("camel.component.http.redirect-handling-disabled", "true"),
            Map.entry("camel.component.http.cookie-management-disabled", "true"),
            Map.entry("camel.component.http.auth-caching-disabled", "true"),
            Map.entry("camel.component.kafka.worker-pool-core-size", "1"),
            Map.entry("camel.component.kafka.worker-pool-max-size", "1"));

    private CamelDefaults() {}
}
