package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The options of an HTTP endpoint on which the steps behind it rest: with another value a reply never comes to be judged. */
final class HttpCallForm {

    private static final Map<String, String> WANTED = new TreeMap<>(Map.of(
            "throwExceptionOnFailure", "false",
            "disableStreamCache", "true",
            "copyHeaders", "false"));
    private static final Map<String, String> WHY = Map.of(
            "throwExceptionOnFailure", "or no HTTP status other than 2xx comes to readReply",
            "disableStreamCache", "or a reply is read without a bound",
            "copyHeaders", "or what the vendor sends as headers goes on through the route");

    private final RouteFile file;
    private final List<String> wrong = new ArrayList<>();

    private HttpCallForm(RouteFile file) {
        this.file = file;
    }

    /** What is wrong: messages with file, line and remedy. */
    static List<String> problems(RouteFile file) {
        HttpCallForm form = new HttpCallForm(file);
        if (file.path().toString().replace('\\', '/').contains("vendors/")) {
            form.look(file.root());
        }
        return form.wrong;
    }

    private void look(@Nullable Node node) {
        YamlNodes.elements(node).forEach(this::look);
        for (NodeTuple field : YamlNodes.fields(node)) {
            Node value = field.getValueNode();
            Node parameters = YamlNodes.field(value, "parameters");
            if (YamlNodes.field(parameters, "httpMethod") != null) {
                WANTED.forEach((name, wanted) -> option(parameters, name, wanted));
                headers(parameters);
            }
            if (YamlNodes.text(field.getKeyNode()).equals("unmarshalType")
                    && !YamlNodes.text(value).equals("com.fasterxml.jackson.databind.JsonNode")
                    && !YamlNodes.text(value).contains("{{")) {
                say(
                        value,
                        "unmarshalType is " + YamlNodes.text(value)
                                + ", but the steps read com.fasterxml.jackson.databind.JsonNode; write that");
            }
            look(value);
        }
    }

    private void option(@Nullable Node parameters, String name, String wanted) {
        Node value = YamlNodes.field(parameters, name);
        String text = YamlNodes.text(value);
        if (value == null && parameters != null) {
            say(parameters, name + " is not there but must be " + wanted + ", " + WHY.get(name) + "; add it");
        } else if (value != null && !text.equals(wanted) && !text.contains("{{")) {
            say(value, name + " is " + text + " but must be " + wanted + ", " + WHY.get(name) + "; mend it");
        }
    }

    private void headers(@Nullable Node parameters) {
        Node value = YamlNodes.field(parameters, "headerFilterStrategy");
        if (value == null && parameters != null) {
            say(
                    parameters,
                    "headerFilterStrategy is not there, so that headers of the service leave for the vendor; add"
                            + " headerFilterStrategy: \"#bean:vendorHeaders\"");
        } else if (value != null && YamlNodes.text(value).isBlank()) {
            say(
                    value,
                    "headerFilterStrategy has no value: without quotes # begins a comment; write"
                            + " \"#bean:vendorHeaders\" in quotes");
        }
    }

    private void say(Node at, String what) {
        wrong.add(file.path() + " line " + YamlNodes.line(at) + ": " + what);
    }
}
