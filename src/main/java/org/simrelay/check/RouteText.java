package org.simrelay.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The form that every route file must have, beyond what Camel asks of it: no key twice, and one route, whose id is the file's name. */
final class RouteText {

    private static final List<String> WORDS = List.of("beans", "route", "routeConfiguration");
    private static final List<String> KINDS = List.of("route", "routeConfiguration");

    private final RouteFile file;
    private final List<String> wrong = new ArrayList<>();

    private RouteText(RouteFile file) {
        this.file = file;
    }

    /** What is wrong: messages with file, line and remedy. Camel would let a second file with the same id replace the first without a word. */
    static List<String> problems(RouteFile file) {
        RouteText text = new RouteText(file);
        if (YamlNodes.elements(file.root()).isEmpty()
                && YamlNodes.fields(file.root()).isEmpty()) {
            text.wrong.add(file.path() + " line 1: the file is empty; write its route, or remove the file");
            return text.wrong;
        }
        text.doubled(file.root());
        text.entries();
        text.id();
        return text.wrong;
    }

    /** Whether nothing in it is what the file is to hold, which is said: an empty file, or one with the words of a route misspelt. */
    static boolean isOther(RouteFile file) {
        List<Node> entries = YamlNodes.elements(file.root());
        return file.broken() == null
                && (entries.isEmpty()
                        || entries.stream().anyMatch(entry -> YamlNodes.fields(entry).stream()
                                .map(field -> YamlNodes.text(field.getKeyNode()))
                                .anyMatch(word -> !WORDS.contains(word) && Nearest.of(word, WORDS) != null)));
    }

    /** Whether it still has the id of another file: what follows from that is not said. */
    static boolean isCopy(RouteFile file, RouteSet set) {
        return ids(file).stream()
                .anyMatch(id -> !id.equals(file.id())
                        && set.files().anyMatch(one -> one.id().equals(id) && ids(one).contains(id)));
    }

    private static List<String> ids(RouteFile file) {
        return YamlNodes.elements(file.root()).stream()
                .flatMap(entry -> KINDS.stream().map(kind -> YamlNodes.field(YamlNodes.field(entry, kind), "id")))
                .filter(id -> id != null)
                .map(YamlNodes::text)
                .toList();
    }

    private void doubled(@Nullable Node node) {
        YamlNodes.elements(node).forEach(this::doubled);
        Map<String, Integer> seen = new HashMap<>();
        for (NodeTuple field : YamlNodes.fields(node)) {
            Node key = field.getKeyNode();
            Integer before = key instanceof ScalarNode scalar ? seen.put(scalar.getValue(), YamlNodes.line(key)) : null;
            if (before != null) {
                wrong.add(file.path() + " is no YAML, line " + YamlNodes.line(key) + " column " + YamlNodes.column(key)
                        + ": found duplicate key " + YamlNodes.text(key) + ", which stands in line " + before
                        + " already; leave one of them");
            }
            doubled(field.getValueNode());
        }
    }

    /** Each entry is one thing: what has lost its hyphen has become a part of the one before. */
    private void entries() {
        for (Node entry : YamlNodes.elements(file.root())) {
            List<NodeTuple> fields = YamlNodes.fields(entry);
            for (NodeTuple field : fields.subList(Math.min(1, fields.size()), fields.size())) {
                Node key = field.getKeyNode();
                wrong.add(file.path() + " line " + YamlNodes.line(key) + " column " + YamlNodes.column(key) + ": "
                        + YamlNodes.text(key) + " stands in one entry with "
                        + YamlNodes.text(fields.get(0).getKeyNode()) + " of line "
                        + YamlNodes.line(fields.get(0).getKeyNode())
                        + "; write \"- " + YamlNodes.text(key) + ":\", with a hyphen at the line's beginning");
            }
        }
    }

    private void id() {
        List<String> ids = new ArrayList<>();
        int line = 0;
        for (Node entry : YamlNodes.elements(file.root())) {
            for (String kind : KINDS) {
                Node route = YamlNodes.field(entry, kind);
                Node id = YamlNodes.field(route, "id");
                if (route != null) {
                    ids.add(id == null ? "null" : YamlNodes.text(id));
                    line = line == 0 ? YamlNodes.line(id == null ? route : id) : line;
                }
            }
        }
        if (!ids.equals(List.of(file.id())) && !isOther(file)) {
            wrong.add(file.path() + " line " + Math.max(1, line) + ": the file must hold one route with the id \""
                    + file.id() + "\", which is the file's name, but holds "
                    + (ids.isEmpty() ? "none" : String.join(", ", ids)) + "; mend the id or the name");
        }
    }
}
