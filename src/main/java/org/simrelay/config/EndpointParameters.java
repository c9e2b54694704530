package org.simrelay.config;

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
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Looks at the parameters of the endpoints in a route file: each {@code uri} with the {@code parameters} beside it. */
final class EndpointParameters {

    /** Steps whose address may stand right behind their name. */
    private static final Set<String> SHORT = Set.of("from", "to", "toD", "wireTap");

    private final Settings settings;
    private final OptionCatalog catalog = new OptionCatalog();

    EndpointParameters(Settings settings) {
        this.settings = settings;
    }

    /** What Camel does not know or cannot read: one message a parameter, with file and line. */
    List<String> wrong(Path file, String yaml) {
        List<String> wrong = new ArrayList<>();
        new Compose(LoadSettings.builder().build())
                .composeString(yaml)
                .ifPresent(root -> look(root, (line, words) -> wrong.add(file + " line " + line + ": " + words)));
        return wrong;
    }

    private void look(Node node, BiConsumer<Integer, String> wrong) {
        if (node instanceof SequenceNode entries) {
            entries.getValue().forEach(entry -> look(entry, wrong));
        } else if (node instanceof MappingNode fields) {
            if (field(fields, "uri") instanceof ScalarNode uri) {
                compare(
                        uri,
                        field(fields, "parameters") instanceof MappingNode given ? given.getValue() : List.of(),
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
        Map<String, String> words = new HashMap<>(catalog.ofEndpoint(endpoint, values));
        promise(endpoint, values).forEach(words::putIfAbsent);
        words.keySet().stream()
                .sorted(Comparator.comparingInt(name -> line(nodes.getOrDefault(name, uri))))
                .forEach(name -> {
                    ScalarNode node = nodes.getOrDefault(name, uri);
                    String from = node.getValue().contains("{{") ? " (" + node.getValue() + ")" : "";
                    wrong.accept(line(node), name + " " + words.get(name) + from + "; mend or remove it");
                });
    }

    /** What a Kafka endpoint may not set, in its address or beside it; words by name. */
    private Map<String, String> promise(String endpoint, Map<String, Object> parameters) {
        Map<String, String> words = new HashMap<>();
        if (endpoint.matches("kafka(:.*|\\?.*)?")) {
            Map<String, Object> all = new HashMap<>(parameters);
            try {
                all.putAll(URISupport.parseQuery(URISupport.extractQuery(endpoint)));
            } catch (URISyntaxException e) {
                words.put(endpoint, "is no address: " + e.getReason());
            }
            all.forEach((name, value) -> {
                String said = KafkaPromise.ofOption(
                        name,
                        String.valueOf(value),
                        settings.find("kafka.brokers").orElse(null));
                if (said != null) {
                    words.put(name, said);
                }
            });
        }
        return words;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static @Nullable Node field(MappingNode fields, String name) {
        for (NodeTuple field : fields.getValue()) {
            if (field.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                return field.getValueNode();
            }
        }
        return null;
    }
}
