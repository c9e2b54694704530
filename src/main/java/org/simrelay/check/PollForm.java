package org.simrelay.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * What a poll's file must say beside its question, so that its sweeps begin, go on and end: without it they would hang, or fail
 * at the first error. Camel has no objection to any of it.
 */
final class PollForm {

    private static final String BEGIN = "direct:sweep-start";
    private static final String END = "direct:sweep-end";

    private final Path file;
    private final Settings settings;
    private final List<String> wrong = new ArrayList<>();

    private PollForm(Path file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    /** What is wrong with a file of routes/polls: messages with file, line and remedy; none for a file of another folder. */
    static List<String> problems(Path file, String yaml, Settings settings) {
        Path folder = file.getParent();
        if (folder == null || !folder.endsWith("polls")) {
            return List.of();
        }
        PollForm form = new PollForm(file, settings);
        new Compose(LoadSettings.builder().build()).composeString(yaml).ifPresent(form::document);
        return form.wrong;
    }

    private void document(Node root) {
        if (root instanceof SequenceNode entries) {
            for (Node entry : entries.getValue()) {
                if (entry instanceof MappingNode named && field(named, "route") instanceof MappingNode route) {
                    route(route);
                }
            }
        }
    }

    private void route(MappingNode route) {
        must(route, "routeConfigurationId", "retries", "or the first error ends the sweep");
        if (!(field(route, "from") instanceof MappingNode from && field(from, "steps") instanceof SequenceNode steps)) {
            return;
        }
        List<Node> all = steps.getValue();
        ends(all.isEmpty() ? steps : all.get(0), BEGIN, "begin", "the sweep");
        ends(all.isEmpty() ? steps : all.get(all.size() - 1), END, "end", "it");
        List<MappingNode> splits = new ArrayList<>();
        splits(steps, splits);
        if (splits.size() != 1) {
            say(
                    steps,
                    "a poll must have one split, which hands out its requests, but has " + splits.size()
                            + "; take one of routes/polls as the model");
        }
        splits.forEach(this::split);
    }

    private void split(MappingNode split) {
        Map<String, String> musts = new LinkedHashMap<>();
        musts.put("streaming", "true");
        musts.put("parallelProcessing", "true");
        musts.put("executorService", RouteFiles.vendor(RouteFiles.id(file)) + "Requests");
        musts.put("onPrepare", "requestScope");
        musts.forEach((name, value) -> must(split, name, value, "or its sweeps hang"));
        for (String name : List.of("stopOnException", "shareUnitOfWork", "timeout")) {
            if (field(split, name) instanceof ScalarNode given
                    && !List.of("false", "0").contains(value(given))) {
                say(given, name + " must not be set, or requests are cut off or never end; remove it");
            }
        }
    }

    private void must(MappingNode fields, String name, String value, String why) {
        Node given = field(fields, name);
        if (given == null) {
            say(fields, name + ": " + value + " is missing, " + why + "; add it");
        } else if (!value.equals(value(given))) {
            say(given, name + " is \"" + value(given) + "\" but must be " + value + ", " + why + "; mend it");
        }
    }

    private void ends(Node step, String uri, String verb, String what) {
        Node to = step instanceof MappingNode fields ? field(fields, "to") : null;
        Node address = to instanceof MappingNode fields ? field(fields, "uri") : to;
        if (address == null || !uri.equals(value(address))) {
            say(step, "a poll must " + verb + " with \"to: " + uri + "\", or nothing records " + what + "; add it");
        }
    }

    private static void splits(Node node, List<MappingNode> found) {
        if (node instanceof SequenceNode entries) {
            entries.getValue().forEach(entry -> splits(entry, found));
        } else if (node instanceof MappingNode fields) {
            if (field(fields, "split") instanceof MappingNode split) {
                found.add(split);
            }
            fields.getValue().forEach(field -> splits(field.getValueNode(), found));
        }
    }

    private String value(Node node) {
        String text = node instanceof ScalarNode scalar ? Placeholders.filled(scalar.getValue(), settings) : "";
        return text.startsWith("#bean:") ? text.substring(6) : text.startsWith("#") ? text.substring(1) : text;
    }

    private void say(Node node, String what) {
        int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        wrong.add(file + " line " + line + ": " + what);
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
