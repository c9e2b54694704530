package org.simrelay.check;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.KafkaPromise;
import org.simrelay.config.Placeholders;
import org.simrelay.config.Settings;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Looks at the parameters of the endpoints in a route file: each {@code uri} with the {@code parameters} beside it. */
public final class EndpointParameters {

    /** Steps whose address may stand right behind their name. */
    private static final Set<String> SHORT = Set.of("from", "to", "toD", "wireTap");

    private static final Pattern TIMEOUT = Pattern.compile("\\{\\{[a-z0-9-]+\\.timeout\\.(connect|read)}}");

    private final Settings settings;
    private final OptionCatalog catalog = new OptionCatalog();

    public EndpointParameters(Settings settings) {
        this.settings = settings;
    }

    /** What Camel does not know or cannot read: one message a parameter, with file and line. */
    public List<String> problems(Path file, String yaml) {
        return problems(file, YamlNodes.root(yaml));
    }

    List<String> problems(Path file, @Nullable Node root) {
        List<String> wrong = new ArrayList<>();
        if (root != null) {
            look(root, (line, words) -> wrong.add(file + " line " + line + ": " + words));
        }
        return wrong;
    }

    private void look(Node node, BiConsumer<Integer, String> wrong) {
        if (node instanceof SequenceNode entries) {
            entries.getValue().forEach(entry -> look(entry, wrong));
        } else if (node instanceof MappingNode fields) {
            if (YamlNodes.field(fields, "uri") instanceof ScalarNode uri) {
                compare(
                        uri,
                        YamlNodes.field(fields, "parameters") instanceof MappingNode given
                                ? given.getValue()
                                : List.of(),
                        wrong);
            }
            for (NodeTuple field : fields.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode step
                        && SHORT.contains(step.getValue())
                        && field.getValueNode() instanceof ScalarNode uri) {
                    compare(uri, List.of(), wrong);
                }
                look(field.getValueNode(), wrong);
            }
        }
    }

    private void compare(ScalarNode uri, List<NodeTuple> parameters, BiConsumer<Integer, String> wrong) {
        Map<String, ScalarNode> nodes = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (NodeTuple parameter : parameters) {
            if (parameter.getKeyNode() instanceof ScalarNode name
                    && parameter.getValueNode() instanceof ScalarNode value) {
                String filled = Placeholders.filled(value.getValue(), settings);
                if (!filled.contains("{{")) {
                    values.put(name.getValue(), filled);
                    nodes.put(name.getValue(), value);
                }
            }
        }
        String endpoint = Placeholders.filled(uri.getValue(), settings);
        if (uri.getValue().matches("\\{\\{[^}:]*\\.url(:[^}]*)?}}.*") && !endpoint.matches("https?:.*")) {
            // said where the vendors' addresses are looked at
            return;
        }
        Map<String, String> words = new HashMap<>(catalog.ofEndpoint(endpoint, values));
        Map<String, Object> all = all(endpoint, values, words);
        if (endpoint.matches("kafka(:.*|\\?.*)?")) {
            promise(all).forEach(words::putIfAbsent);
        } else if (endpoint.startsWith("quartz:")) {
            words.putAll(TimerOptions.wrong(all));
            String cron = endpoint.contains("cron=") ? TimerOptions.wrongCron(all.get("cron")) : null;
            if (cron != null) {
                words.put("cron", cron);
            }
        } else if (endpoint.matches("https?:.*")) {
            words.putAll(HttpOptions.unknown(all.keySet(), catalog.endpoint(endpoint)));
            HttpOptions.pair(text(all.get("proxyHost")), text(all.get("proxyPort")))
                    .forEach((name, said) -> words.put(name.equals("host") ? "proxyHost" : "proxyPort", said));
        }
        // of a vendor's time-outs it is said by their keys
        words.entrySet()
                .removeIf(said -> said.getValue().contains("but must be")
                        && TIMEOUT.matcher(
                                        nodes.getOrDefault(said.getKey(), uri).getValue())
                                .matches());
        words.keySet().stream()
                .sorted(Comparator.comparingInt(name -> YamlNodes.line(nodes.getOrDefault(name, uri))))
                .forEach(name -> {
                    ScalarNode node = nodes.getOrDefault(name, uri);
                    String from = node.getValue().contains("{{") ? " (" + node.getValue() + ")" : "";
                    wrong.accept(YamlNodes.line(node), name + " " + words.get(name) + from + "; mend or remove it");
                });
    }

    /** The parameters in the address and beside it. */
    private static Map<String, Object> all(String endpoint, Map<String, Object> parameters, Map<String, String> words) {
        Map<String, Object> all = new HashMap<>(parameters);
        try {
            all.putAll(URISupport.parseQuery(URISupport.extractQuery(endpoint)));
        } catch (URISyntaxException e) {
            words.put(endpoint, "is no address: " + e.getReason());
        }
        return all;
    }

    /** What a Kafka endpoint may not set; words by name. */
    private Map<String, String> promise(Map<String, Object> parameters) {
        Map<String, String> words = new HashMap<>();
        String brokers = settings.find("kafka.brokers").orElse(null);
        parameters.forEach((name, value) -> {
            String said = KafkaPromise.ofOption(name, String.valueOf(value), brokers);
            if (said != null) {
                words.put(name, said);
            }
        });
        return words;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value).strip();
    }
}
