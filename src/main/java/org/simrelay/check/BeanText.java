package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Placeholders;
import org.simrelay.config.Settings;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * A bean of a route file as it is written, before Camel makes one of it.
 *
 * @param name that routes and other beans call it by
 * @param type its class, without {@code #class:}
 * @param line it begins in
 * @param properties by their names as Camel compares them: minPasses is min-passes too
 */
record BeanText(String name, String type, int line, Map<String, Property> properties) {

    private static final String CLASS = "#class:";

    /**
     * A property.
     *
     * @param name as it is written
     * @param value its text with the placeholders filled; empty where it is no text
     * @param line it stands in
     * @param node its value as it is written
     */
    record Property(String name, String value, int line, Node node) {}

    /** The beans of a file's root, in order. */
    static List<BeanText> all(@Nullable Node root, Settings settings) {
        List<BeanText> beans = new ArrayList<>();
        for (Node entry : YamlNodes.elements(root)) {
            for (Node bean : YamlNodes.elements(YamlNodes.field(entry, "beans"))) {
                String type = Placeholders.filled(YamlNodes.text(YamlNodes.field(bean, "type")), settings);
                beans.add(new BeanText(
                        Placeholders.filled(YamlNodes.text(YamlNodes.field(bean, "name")), settings),
                        type.startsWith(CLASS) ? type.substring(CLASS.length()) : type,
                        YamlNodes.line(bean),
                        properties(YamlNodes.field(bean, "properties"), settings)));
            }
        }
        return beans;
    }

    boolean is(Class<?> expected) {
        return type.equals(expected.getName());
    }

    @Nullable Property property(String name) {
        return properties.get(canonical(name));
    }

    @Nullable String value(String name) {
        Property property = property(name);
        return property == null ? null : property.value();
    }

    boolean has(String name) {
        return properties.containsKey(canonical(name));
    }

    /** A whole number; 0 where the property is none, or not there. */
    int number(String name) {
        String text = value(name);
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static Map<String, Property> properties(@Nullable Node node, Settings settings) {
        Map<String, Property> properties = new TreeMap<>();
        for (NodeTuple field : YamlNodes.fields(node)) {
            String name = YamlNodes.text(field.getKeyNode());
            Node value = field.getValueNode();
            properties.put(
                    canonical(name),
                    new Property(
                            name,
                            Placeholders.filled(YamlNodes.text(value), settings),
                            YamlNodes.line(field.getKeyNode()),
                            value));
        }
        return properties;
    }

    static String canonical(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
