package org.simrelay.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at Camel's own options among the settings before Camel reads them. */
public final class CamelSettings {

    private static final List<String> PREFIXES = List.of("camel.main.", "camel.component.");

    private static final String KAFKA = "camel.component.kafka.";

    private CamelSettings() {}

    /**
     * What Camel does not know or cannot read: one message an option, with its key and the remedy.
     *
     * @param environment Camel's own options there, by their keys; they go before the file's
     */
    public static List<String> wrong(Settings settings, Map<String, String> environment) {
        Map<String, String> options = new TreeMap<>();
        for (String prefix : PREFIXES) {
            for (String key : settings.keys(prefix, Set.of())) {
                settings.find(key).ifPresent(value -> options.put(key, value));
            }
        }
        options.putAll(environment);
        OptionCatalog catalog = new OptionCatalog();
        List<String> wrong = new ArrayList<>();
        options.forEach((key, value) -> {
            String words = value.contains("{{") ? null : catalog.ofSetting(key, value);
            if (words == null && key.startsWith(KAFKA)) {
                words = KafkaPromise.ofOption(
                        key.substring(KAFKA.length()),
                        Placeholders.filled(value, settings),
                        settings.find("kafka.brokers").orElse(null));
            }
            if (words != null) {
                wrong.add(key + " " + words + "; mend or remove it: " + Settings.variable(key)
                        + " in the environment, else " + settings.file());
            }
        });
        return wrong;
    }
}
