package org.simrelay.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Camel's own options where they stand in the environment. Camel 4.18 looks for those of components under a prefix that no
 * variable has (MainHelper.filterEnvVariables).
 */
final class CamelOptions {

    private static final Pattern VARIABLE =
            Pattern.compile("CAMEL_(MAIN|(?:COMPONENT|DATAFORMAT|LANGUAGE)_[A-Z0-9]+)_([A-Z0-9_]+?)(_FILE)?");

    private CamelOptions() {}

    /**
     * Their keys: {@code CAMEL_COMPONENT_KAFKA_LINGER_MS} is {@code camel.component.kafka.linger-ms}, and so is the variable
     * that names a file with its value.
     */
    static Set<String> in(Map<String, String> environment) {
        Set<String> keys = new TreeSet<>();
        environment.forEach((name, value) -> {
            Matcher variable = VARIABLE.matcher(name);
            if (variable.matches() && !value.isBlank()) {
                String owner = variable.group(1).toLowerCase(Locale.ROOT).replace('_', '.');
                String option = variable.group(2).toLowerCase(Locale.ROOT).replace('_', '-');
                keys.add("camel." + owner + "." + option);
            }
        });
        return keys;
    }
}
