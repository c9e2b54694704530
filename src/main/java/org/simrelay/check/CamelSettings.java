package org.simrelay.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.KafkaDefaults;
import org.simrelay.config.KafkaPromise;
import org.simrelay.config.Nearest;
import org.simrelay.config.Settings;

/** Looks at Camel's own options among the settings before Camel reads them. */
public final class CamelSettings {

    private static final List<String> PREFIXES = List.of("camel.main.", "camel.component.");
    private static final String KAFKA = "camel.component.kafka.";

    private CamelSettings() {}

    /** What Camel does not know or cannot read: one message an option, with its key and the remedy. */
    public static List<String> problems(Settings settings) {
        Map<String, String> spelt = new HashMap<>();
        settings.values().lines().entries().forEach((key, line) -> spelt.put(key, line.key()));
        OptionCatalog catalog = new OptionCatalog();
        Map<String, String> http = HttpOptions.wrong(settings);
        List<String> wrong = new ArrayList<>();
        for (String key : settings.values().keys()) {
            boolean camels = PREFIXES.stream().anyMatch(key::startsWith) && !KafkaDefaults.follows(key, settings);
            String value = camels ? settings.find(key).orElse(null) : null;
            String words = value == null || value.contains("{{") ? null : catalog.ofSetting(key, value);
            if (value != null && words == null && key.startsWith(KAFKA)) {
                words = KafkaPromise.ofOption(
                        key.substring(KAFKA.length()),
                        value,
                        settings.find("kafka.brokers").orElse(null));
            }
            if (words == null && camels && value != null && key.startsWith("camel.component.")) {
                words = component(key);
            }
            if (words == null) {
                words = http.get(key);
            }
            if (words != null) {
                wrong.add(spelt.getOrDefault(key, key) + " " + words + "; mend or remove it: " + settings.place(key));
            }
        }
        return wrong;
    }

    private static @Nullable String component(String key) {
        String name = key.substring("camel.component.".length()).replaceFirst("\\..*", "");
        List<String> known = OptionCatalog.components();
        String nearest = known.contains(name) ? null : Nearest.of(name, known);
        // one that is nearly none of ours may be brought along; Camel says so
        return nearest == null || !isSlip(name, nearest)
                ? null
                : "is of a component " + name + ", which is not there (did you mean " + nearest + "?)";
    }

    private static boolean isSlip(String written, String meant) {
        boolean swapped = Arrays.equals(
                written.chars().sorted().toArray(), meant.chars().sorted().toArray());
        return swapped || Nearest.distance(written, meant) == 1;
    }
}
