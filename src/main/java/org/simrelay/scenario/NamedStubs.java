package org.simrelay.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Stubs that scenarios use by name, from the files {@code stubs.yaml} beside them and in the folders above. {@code with} names a
 * stub's parameters and what they are where a use gives none; a parameter stands as {@code $name} in its texts.
 */
final class NamedStubs {

    private static final String FILE = "stubs.yaml";
    private static final String USE = "stub";
    private static final String PARAMETERS = "with";
    private static final String QUERY = "query";

    private final Problems problems;
    private final Map<String, Node> named = new LinkedHashMap<>();

    private NamedStubs(Problems problems) {
        this.problems = problems;
    }

    /** Those that a file may use; the nearest goes before one of the same name further up, the root is the last looked in. */
    static NamedStubs near(Path file, Path root, Problems problems) {
        NamedStubs stubs = new NamedStubs(problems);
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(FILE);
            Node node = Files.exists(candidate) ? Yaml.read(candidate, problems) : null;
            if (node != null) {
                Fields.any(node, FILE, problems).nodes().forEach(stubs.named::putIfAbsent);
            }
            if (folder.equals(root)) {
                break;
            }
        }
        return stubs;
    }

    static boolean isTheirs(Path file) {
        return file.endsWith(FILE);
    }

    /**
     * What one item of a scenario's vendor stands for: a stub written out, a name, or a name with parameters and keys that go
     * before those of the named.
     *
     * @return null, and a problem, where it stands for nothing
     */
    @Nullable Node resolve(Node item) {
        if (item instanceof ScalarNode) {
            return used(item, Yaml.text(item), Map.of());
        }
        if (!(item instanceof MappingNode)) {
            problems.at(item, "a stub is a name or keys with values");
            return null;
        }
        Fields fields = Fields.any(item, "a stub", problems);
        if (!fields.has(USE)) {
            return item;
        }
        Map<String, Node> own = new LinkedHashMap<>(fields.nodes());
        own.remove(USE);
        return used(item, String.valueOf(fields.text(USE)), own);
    }

    private @Nullable Node used(Node item, String name, Map<String, Node> own) {
        Node definition = named.get(name);
        if (!(definition instanceof MappingNode mapping)) {
            problems.at(
                    item,
                    "no stub \"" + name + "\"" + Nearest.text(name, named.keySet()) + "; " + FILE + " has "
                            + String.join(", ", new TreeSet<>(named.keySet())));
            return null;
        }
        Map<String, String> parameters = parameters(item, name, mapping, own);
        List<NodeTuple> keys = new ArrayList<>();
        MappingNode query = own.get(QUERY) instanceof MappingNode more ? more : null;
        boolean ownBody = own.keySet().stream().anyMatch(StubReader.BODIES::contains);
        for (NodeTuple key : mapping.getValue()) {
            String word = Yaml.text(key.getKeyNode());
            boolean replaced = own.containsKey(word) || (ownBody && StubReader.BODIES.contains(word));
            if (query != null && word.equals(QUERY) && key.getValueNode() instanceof MappingNode theirs) {
                own.put(QUERY, joined((MappingNode) StubTexts.filled(theirs, parameters), query));
            } else if (!word.equals(PARAMETERS) && !replaced) {
                keys.add(new NodeTuple(key.getKeyNode(), StubTexts.filled(key.getValueNode(), parameters)));
            }
        }
        own.forEach((word, value) -> {
            if (!parameters.containsKey(word)) {
                keys.add(new NodeTuple(new ScalarNode(Tag.STR, word, ScalarStyle.PLAIN), value));
            }
        });
        return new MappingNode(
                mapping.getTag(), true, keys, mapping.getFlowStyle(), item.getStartMark(), item.getEndMark());
    }

    /** What a use asks of a query, beside what the named stub asks. */
    private static MappingNode joined(MappingNode theirs, MappingNode own) {
        List<NodeTuple> entries = new ArrayList<>(theirs.getValue());
        entries.addAll(own.getValue());
        return new MappingNode(own.getTag(), true, entries, own.getFlowStyle(), own.getStartMark(), own.getEndMark());
    }

    private Map<String, String> parameters(Node item, String name, MappingNode mapping, Map<String, Node> own) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (NodeTuple key : mapping.getValue()) {
            if (Yaml.text(key.getKeyNode()).equals(PARAMETERS) && key.getValueNode() instanceof MappingNode defaults) {
                for (NodeTuple parameter : defaults.getValue()) {
                    String word = Yaml.text(parameter.getKeyNode());
                    Node value = own.getOrDefault(word, parameter.getValueNode());
                    if (value.getTag().equals(Tag.NULL)) {
                        problems.at(item, "the stub \"" + name + "\" must be given \"" + word + "\"");
                    }
                    parameters.put(word, Yaml.text(value));
                }
            }
        }
        return parameters;
    }
}
