package org.simrelay.config;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.camel.Ordered;
import org.apache.camel.spi.LoadablePropertiesSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets Camel read its options and what routes name as <code>{{key}}</code> from the {@link Settings}, and from nowhere else.
 * Camel finds it in its registry.
 */
public final class SettingsSource implements LoadablePropertiesSource, Ordered {

    /** Camel would look there first, where it knows neither files of values nor that an empty variable sets nothing. */
    private static final Map<String, String> NOWHERE_ELSE = Map.of(
            "camel.component.properties.environment-variable-mode", "0",
            "camel.component.properties.system-properties-mode", "0");

    /** Durations that Camel 4.18 takes in milliseconds alone (ExceptionPolicy.createRedeliveryPolicy). */
    private static final Set<String> IN_MILLISECONDS = Set.of("retry.initial-delay", "retry.max-delay");

    private final Settings settings;

    public SettingsSource(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String getName() {
        return "settings";
    }

    @Override
    public int getOrder() {
        return HIGHEST;
    }

    @Override
    public @Nullable String getProperty(String name) {
        return settings.find(name).map(value -> asCamelReadsIt(name, value)).orElse(null);
    }

    /** A default that a route names goes before one of ours. */
    @Override
    public @Nullable String getProperty(String name, @Nullable String routes) {
        return routes == null
                ? getProperty(name)
                : settings.given(name).map(value -> asCamelReadsIt(name, value)).orElse(null);
    }

    @Override
    public Properties loadProperties() {
        return loadProperties(name -> true);
    }

    @Override
    public Properties loadProperties(Predicate<String> filter) {
        Properties properties = new Properties();
        for (String key : settings.values().keys()) {
            if (filter.test(key)) {
                settings.find(key).ifPresent(value -> properties.setProperty(key, value));
            }
        }
        NOWHERE_ELSE.forEach((key, value) -> {
            if (filter.test(key)) {
                properties.setProperty(key, value);
            }
        });
        return properties;
    }

    private static String asCamelReadsIt(String name, String value) {
        Long millis = IN_MILLISECONDS.contains(name) ? Durations.millis(value) : null;
        return millis == null ? value : millis.toString();
    }

    @Override
    public void reloadProperties(String location) {
        // settings are read once, at the start
    }
}
