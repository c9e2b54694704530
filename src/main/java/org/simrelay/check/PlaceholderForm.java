package org.simrelay.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Placeholders;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Finds {@code key: {{setting}}} without quotes, which is a map with a map for its key to YAML, and what is no placeholder. */
final class PlaceholderForm {

    private static final Pattern BRACES = Pattern.compile("\\{\\{.*?}}");

    private PlaceholderForm() {}

    /** One message a place, with file, line and remedy. */
    static List<String> problems(Path file, @Nullable Node root) {
        List<String> wrong = new ArrayList<>();
        look(file, "a value", root, wrong);
        return wrong;
    }

    private static void look(Path file, String name, @Nullable Node node, List<String> wrong) {
        Matcher braces = BRACES.matcher(YamlNodes.text(node));
        while (node != null && braces.find()) {
            if (Placeholders.keys(braces.group()).isEmpty()) {
                wrong.add(file + " line " + YamlNodes.line(node) + ": " + name + " has " + braces.group()
                        + ", which is no placeholder; write {{key}} or {{key:default}}, without spaces");
            }
        }
        YamlNodes.elements(node).forEach(element -> look(file, name, element, wrong));
        for (NodeTuple field : YamlNodes.fields(node)) {
            if (!YamlNodes.fields(field.getKeyNode()).isEmpty()) {
                wrong.add(file + " line " + YamlNodes.line(field.getKeyNode()) + ": " + name
                        + " is a map to YAML; put {{…}} in double quotes");
                return;
            }
            look(file, YamlNodes.text(field.getKeyNode()), field.getValueNode(), wrong);
        }
    }
}
