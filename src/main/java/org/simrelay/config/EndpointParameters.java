package org.simrelay.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
            fields.getValue().forEach(field -> look(field.getValueNode(), wrong));
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
        Map<String, String> words = catalog.ofEndpoint(Placeholders.filled(uri.getValue(), settings), values);
        words.keySet().stream()
                .sorted(Comparator.comparingInt(name -> line(nodes.getOrDefault(name, uri))))
                .forEach(name -> {
                    ScalarNode node = nodes.getOrDefault(name, uri);
                    String from = node.getValue().contains("{{") ? " (" + node.getValue() + ")" : "";
                    wrong.accept(line(node), name + " " + words.get(name) + from + "; mend or remove it");
                });
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
