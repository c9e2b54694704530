package org.simrelay.check;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

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
            YamlNodes.elements(YamlNodes.root(yaml))
                    .forEach(entry -> YamlNodes.elements(YamlNodes.field(entry, "beans"))
                            .forEach(bean -> add(bean, accounts, keys)));
        } catch (YamlEngineException e) {
            // said where the file itself is looked at
        }
        return keys;
    }

    private static void add(Node bean, Map<String, List<String>> accounts, List<String> keys) {
        if (!YamlNodes.text(YamlNodes.field(bean, "type")).endsWith(TYPE)) {
            return;
        }
        Node properties = YamlNodes.field(bean, "properties");
        String vendor = YamlNodes.text(YamlNodes.field(properties, "vendor"));
        names(YamlNodes.text(YamlNodes.field(properties, "credentials")))
                .forEach(name -> accounts.getOrDefault(vendor, List.of())
                        .forEach(account -> keys.add(vendor + "." + account + "." + name)));
    }

    /** The names of a call's credentials, one a line. */
    private static List<String> names(String lines) {
        return LINES.splitToStream(lines).map(line -> line.split("\\s", 2)[0]).toList();
    }

    /** The names of those that may not be seen. */
    static Set<String> secrets(BeanText call) {
        return LINES.splitToStream(Objects.requireNonNullElse(call.value("credentials"), ""))
                .filter(line -> !line.matches("\\S+\\s+public\\b.*"))
                .map(line -> line.split("\\s", 2)[0])
                .collect(Collectors.toSet());
    }

    /** What is wrong with a field of {@code $credentials}; empty where the call lists it. */
    static String wrong(BeanText call, @Nullable String field) {
        String lines = call.value("credentials");
        if (field == null || lines == null) {
            return "";
        }
        List<String> names = names(lines);
        // of a list that cannot be read it is said already
        return names.contains(field) || !names.stream().allMatch(name -> name.matches("[A-Za-z][A-Za-z0-9-]*"))
                ? ""
                : "$credentials has no field " + field + Nearest.text(field, names)
                        + "; mend it, or add it to credentials, which has " + String.join(", ", names);
    }
}
