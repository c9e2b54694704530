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

    private static final Pattern OPEN = Pattern.compile("\\{\\{[A-Za-z][A-Za-z0-9._-]*}?(?=[^}:A-Za-z0-9._-]|$)(?!})");
    private static final Pattern FUNCTION = Pattern.compile("\\{\\{(env|sys|service|bean):[^}]*}}");
    private static final Pattern SHELL =
            Pattern.compile("\\{\\{[A-Za-z0-9._-]+:-[^0-9}][^}]*}}|\\{\\{[A-Za-z0-9._-]+:-[0-9][^}]* [^}]*}}");
    private static final Pattern BRACES = Pattern.compile("\\{\\{.*?}}");

    private PlaceholderForm() {}

    /** One message a place, with file, line and remedy. */
    static List<String> problems(Path file, @Nullable Node root) {
        List<String> wrong = new ArrayList<>();
        look(file, "a value", root, wrong);
        return wrong;
    }

    private static List<String> slips(String text) {
        List<String> slips = new ArrayList<>();
        Matcher open = OPEN.matcher(text);
        if (open.find()) {
            slips.add(" has " + open.group() + ", which is not closed by two braces; write {{key}}");
        }
        Matcher function = FUNCTION.matcher(text);
        if (function.find()) {
            slips.add(" has {{" + function.group(1) + ":…}}, which is a function of Camel's and not read here;"
                    + " write the key of a setting, which its variable in the environment overrides: {{key}}");
        }
        if (SHELL.matcher(text).find()) {
            slips.add(" has a default as in a shell, behind :-; write {{key:default}}, without the hyphen");
        }
        return slips;
    }

    private static void look(Path file, String name, @Nullable Node node, List<String> wrong) {
        Matcher braces = BRACES.matcher(YamlNodes.text(node));
        while (node != null && braces.find()) {
            if (Placeholders.keys(braces.group()).isEmpty()) {
                wrong.add(file + " line " + YamlNodes.line(node) + ": " + name + " has " + braces.group()
                        + ", which is no placeholder; write {{key}} or {{key:default}}, without spaces");
            }
        }
        if (node != null) {
            String place = file + " line " + YamlNodes.line(node) + ": " + name;
            slips(YamlNodes.text(node)).forEach(slip -> wrong.add(place + slip));
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
