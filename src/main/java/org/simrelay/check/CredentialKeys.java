package org.simrelay.check;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The settings that hold the credentials which the calls of a vendor's route files name. */
final class CredentialKeys {

    private static final String TYPE = "org.simrelay.steps.Call";
    private static final Splitter LINES =
            Splitter.onPattern("\\R").trimResults().omitEmptyStrings();

    private CredentialKeys() {}

    /**
     * The keys {@code <vendor>.<account>.<field>}; none for a text that is no YAML.
     *
     * @param accounts the names of each vendor's accounts
     */
    static List<String> of(String yaml, Map<String, List<String>> accounts) {
        List<String> keys = new ArrayList<>();
        if (!yaml.contains(TYPE)) {
            return keys;
        }
        try {
            elements(new Load(LoadSettings.builder().build()).loadFromString(yaml))
                    .forEach(entry -> elements(field(entry, "beans")).forEach(bean -> add(bean, accounts, keys)));
        } catch (YamlEngineException e) {
            // said where the file itself is looked at
        }
        return keys;
    }

    private static void add(Object bean, Map<String, List<String>> accounts, List<String> keys) {
        Object properties = field(bean, "properties");
        if (!String.valueOf(field(bean, "type")).endsWith(TYPE)
                || !(field(properties, "credentials") instanceof String lines)) {
            return;
        }
        String vendor = String.valueOf(field(properties, "vendor"));
        for (String line : LINES.split(lines)) {
            String name = line.split("\\s", 2)[0];
            accounts.getOrDefault(vendor, List.of()).forEach(account -> keys.add(vendor + "." + account + "." + name));
        }
    }

    /** What is wrong with a field of {@code $credentials}; empty where the call lists it. */
    static String wrong(BeanText call, @Nullable String field) {
        String lines = call.value("credentials");
        if (field == null || lines == null) {
            return "";
        }
        List<String> names =
                LINES.splitToStream(lines).map(line -> line.split("\\s", 2)[0]).toList();
        return names.contains(field)
                ? ""
                : "$credentials has no field " + field + Nearest.text(field, names)
                        + "; mend it, or add it to credentials, which has " + String.join(", ", names);
    }

    private static List<?> elements(Object node) {
        return node instanceof List<?> list ? list : List.of();
    }

    private static Object field(Object node, String name) {
        Object value = node instanceof Map<?, ?> map ? map.get(name) : null;
        return value == null ? "" : value;
    }
}
