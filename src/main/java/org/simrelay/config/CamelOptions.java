package org.simrelay.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Camel's own options where they stand in the environment. Camel 4.18 looks for those of components under a prefix that no
 * variable has (MainHelper.filterEnvVariables).
 */
public final class CamelOptions {

    private static final Pattern VARIABLE = Pattern.compile("CAMEL_(MAIN|COMPONENT_[A-Z0-9]+)_([A-Z0-9_]+)");

    private CamelOptions() {}

    /** By their keys: {@code CAMEL_COMPONENT_KAFKA_LINGER_MS} is {@code camel.component.kafka.linger-ms}. */
    public static Map<String, String> in(Map<String, String> environment) {
        Map<String, String> options = new TreeMap<>();
        environment.forEach((name, value) -> {
            Matcher variable = VARIABLE.matcher(name);
            if (variable.matches() && !value.isBlank()) {
                String owner = variable.group(1).toLowerCase(Locale.ROOT).replace('_', '.');
                String option = variable.group(2).toLowerCase(Locale.ROOT).replace('_', '-');
                options.put("camel." + owner + "." + option, value.strip());
            }
        });
        return options;
    }
}
