package org.simrelay.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Placeholders;
import org.simrelay.config.Settings;
import org.simrelay.reply.Items;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Looks at the beans of a route file that read lists in pages: each must say where its list ends, and be read often enough. */
public final class PagedLists {

    private static final String TYPE = "org.simrelay.source.Pages";
    private static final int MIN_PASSES = 2;
    private static final int MAX_PASSES = 5;

    private PagedLists() {}

    /** What is wrong: one message a bean, with file and line. */
    static List<String> problems(Path file, String yaml, Settings settings) {
        List<String> wrong = new ArrayList<>();
        new Compose(LoadSettings.builder().build()).composeString(yaml).ifPresent(root -> {
            for (Node entry : elements(root)) {
                for (Node bean : elements(field(entry, "beans"))) {
                    look(bean, file, settings, wrong);
                }
            }
        });
        return wrong;
    }

    private static void look(Node bean, Path file, Settings settings, List<String> wrong) {
        if (!(field(bean, "type") instanceof ScalarNode type)
                || !type.getValue().endsWith(TYPE)) {
            return;
        }
        String list = file + " line " + (bean.getStartMark().map(Mark::getLine).orElse(0) + 1) + ": the list of "
                + (field(bean, "name") instanceof ScalarNode name ? name.getValue() : "a bean without a name");
        Map<String, String> properties = properties(field(bean, "properties"), settings);
        String endsShort = properties.getOrDefault("endsshort", "false");
        if (!properties.containsKey("total") && !endsShort.equals("true") && !endsShort.contains("{{")) {
            wrong.add(list + " has neither total nor endsShort: " + Items.END_UNKNOWN);
        }
        int min = number(properties.get("minpasses"), MIN_PASSES);
        int max = number(properties.get("maxpasses"), MAX_PASSES);
        if (min < 1 || max < min) {
            wrong.add(list + " has minPasses " + min + " and maxPasses " + max
                    + ", but must be read at least once, and at most as often as it may be; mend the one or the other");
        }
    }

    /** By their names as Camel compares them: minPasses is min-passes too. */
    private static Map<String, String> properties(@Nullable Node node, Settings settings) {
        Map<String, String> properties = new TreeMap<>();
        if (node instanceof MappingNode fields) {
            for (NodeTuple field : fields.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode key && field.getValueNode() instanceof ScalarNode value) {
                    properties.put(
                            key.getValue().replace("-", "").toLowerCase(Locale.ROOT),
                            Placeholders.filled(value.getValue(), settings));
                }
            }
        }
        return properties;
    }

    /** What is no number, Camel refuses when it reads the file. */
    private static int number(@Nullable String text, int unset) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : unset;
    }

    private static List<Node> elements(@Nullable Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    private static @Nullable Node field(@Nullable Node node, String name) {
        if (node instanceof MappingNode fields) {
            for (NodeTuple field : fields.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return field.getValueNode();
                }
            }
        }
        return null;
    }
}
