package org.simrelay.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The query of a poll's file as it is written, before Camel makes a bean of it.
 *
 * @param line of the bean
 * @param properties by their names as Camel compares them: minPasses is min-passes too
 */
record QueryText(int line, Map<String, Property> properties) {

    static final String TYPE = "org.simrelay.steps.Query";

    /**
     * A property.
     *
     * @param name as it is written
     * @param value with its placeholders filled
     * @param line it stands in
     */
    record Property(String name, String value, int line) {}

    /** The query of a poll, the bean of its name; null where the file has none, or is no YAML. */
    static @Nullable QueryText of(Path file, String yaml, Settings settings) {
        Node root =
                new Compose(LoadSettings.builder().build()).composeString(yaml).orElse(null);
        for (Node entry : elements(root)) {
            for (Node bean : elements(field(entry, "beans"))) {
                boolean isQuery = text(field(bean, "type")).endsWith(TYPE);
                if (isQuery && text(field(bean, "name")).equals(RouteFiles.id(file))) {
                    return new QueryText(line(bean), properties(field(bean, "properties"), settings));
                }
            }
        }
        return null;
    }

    @Nullable String value(String name) {
        Property property = properties.get(canonical(name));
        return property == null ? null : property.value();
    }

    boolean has(String name) {
        return properties.containsKey(canonical(name));
    }

    private static Map<String, Property> properties(@Nullable Node node, Settings settings) {
        Map<String, Property> properties = new TreeMap<>();
        if (node instanceof MappingNode fields) {
            for (NodeTuple field : fields.getValue()) {
                String name = text(field.getKeyNode());
                String value = Placeholders.filled(text(field.getValueNode()), settings);
                properties.put(canonical(name), new Property(name, value, line(field.getKeyNode())));
            }
        }
        return properties;
    }

    static String canonical(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static List<Node> elements(@Nullable Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    private static @Nullable Node field(@Nullable Node node, String name) {
        if (node instanceof MappingNode fields) {
            for (NodeTuple field : fields.getValue()) {
                if (text(field.getKeyNode()).equals(name)) {
                    return field.getValueNode();
                }
            }
        }
        return null;
    }
}
