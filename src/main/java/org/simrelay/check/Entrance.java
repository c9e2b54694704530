package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import org.simrelay.config.Nearest;
import org.snakeyaml.engine.v2.nodes.Node;

/** Looks at what the route of a file begins with: that there is such a component, and no other route that begins so. */
final class Entrance {

    private Entrance() {}

    /** Whether it begins as its name says: the other one is a copy that still does. */
    private static boolean isOwn(RouteFile file, String uri) {
        return uri.equals("direct:" + file.id())
                || uri.equals("quartz:" + file.id().replaceFirst("-", "/"));
    }

    /** What is wrong: messages with file, line and remedy. */
    static List<String> problems(RouteFile file, RouteSet set) {
        Node from = RouteSet.from(file);
        String uri = set.entrance(file);
        List<String> wrong = new ArrayList<>();
        if (from == null || uri.isEmpty() || uri.contains("{{")) {
            return wrong;
        }
        String place = file.path() + " line " + YamlNodes.line(from) + ": the route begins with " + uri;
        String written = YamlNodes.text(YamlNodes.field(from, "uri"));
        if (written.contains("?")) {
            wrong.add(file.path() + " line " + YamlNodes.line(from)
                    + ": uri has parameters behind a ?, which belong below" + " parameters: beside it; write uri: "
                    + uri + ", and each parameter in a line of its own");
        }
        List<String> components = OptionCatalog.components();
        String scheme = uri.replaceFirst(":.*", "");
        if (!components.contains(scheme)) {
            wrong.add(place + ", but there is no component " + scheme + Nearest.text(scheme, components) + "; mend it");
        }
        set.files()
                .filter(other -> !other.path().equals(file.path())
                        && set.entrance(other).equals(uri)
                        && !isOwn(file, uri)
                        && !RouteText.isCopy(other, set))
                .forEach(other ->
                        wrong.add(place + ", and so does that of " + other.path() + "; give one of them another name"));
        return wrong;
    }
}
