package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simrelay.steps.Call;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Looks whether a call that has a body goes out by a method that carries it: Camel sends none with GET, and says nothing. */
final class BodyCheck {

    private final RouteSet set;
    private final List<String> wrong = new ArrayList<>();
    private final String vendor;
    /** The newest call that the steps have come by, with what makes its body. */
    private @Nullable BeanText call;

    private BodyCheck(RouteSet set, String vendor) {
        this.set = set;
        this.vendor = vendor;
    }

    /** What is wrong: messages with file, line and remedy. */
    static List<String> problems(RouteFile file, RouteSet set) {
        BodyCheck check = new BodyCheck(set, file.vendor());
        check.steps(file.root(), file, true);
        return check.wrong;
    }

    /** In the order in which they stand, which is the one in which they run. */
    private void steps(@Nullable Node node, RouteFile of, boolean follows) {
        YamlNodes.elements(node).forEach(element -> steps(element, of, follows));
        for (NodeTuple field : YamlNodes.fields(node)) {
            String name = YamlNodes.text(field.getKeyNode());
            Node value = field.getValueNode();
            switch (name) {
                case "ref" -> called(YamlNodes.text(value).replaceFirst("^#(bean:)?", ""));
                case "to" -> to(value, of, follows);
                default -> steps(value, of, follows);
            }
        }
    }

    private void called(String bean) {
        set.beans().filter(one -> one.is(Call.class) && one.name().equals(bean)).forEach(one -> call = one);
    }

    private void to(Node to, RouteFile of, boolean follows) {
        String uri = YamlNodes.text(YamlNodes.field(to, "uri"));
        String target = uri.isEmpty() ? YamlNodes.text(to) : uri;
        if (target.startsWith("direct:") && follows) {
            // what goes by another vendor's route is said of itself, and that vendor is not to blame
            List<RouteFile> called = set.files()
                    .filter(other ->
                            set.entrance(other).equals(target) && other.vendor().equals(vendor))
                    .toList();
            called.forEach(other -> steps(other.root(), other, false));
        }
        Node parameters = YamlNodes.field(to, "parameters");
        Node method = YamlNodes.field(parameters, "httpMethod");
        BeanText by = call;
        if (method == null || by == null) {
            return;
        }
        call = null;
        Set<String> bodies = Stream.of("json", "form").filter(by::has).collect(Collectors.toSet());
        boolean bodiless =
                Set.of("GET", "HEAD").contains(YamlNodes.text(method).strip().toUpperCase(Locale.ROOT));
        if (bodiless
                && !bodies.isEmpty()
                && !"true".equals(YamlNodes.text(YamlNodes.field(parameters, "getWithBody")))) {
            wrong.add(of.path() + " line " + YamlNodes.line(method) + ": httpMethod is " + YamlNodes.text(method)
                    + ", which sends no body, but the call " + by.name() + " makes one (" + String.join(", ", bodies)
                    + "); write POST, or use query for the parameters");
        }
    }
}
