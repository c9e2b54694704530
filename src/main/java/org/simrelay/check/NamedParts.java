package org.simrelay.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.steps.ExchangeContract;
import org.simrelay.steps.Login;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Looks whether what the steps of a route file name is there: the endpoints of other routes, beans, and properties of the exchange. */
final class NamedParts {

    private static final Set<String> SENDS = Set.of("to", "toD", "wireTap", "enrich");
    private static final Set<String> REFERENCES =
            Set.of("ref", "executorService", "onPrepare", "onRedelivery", "aggregationStrategy", "retryWhile");
    private static final String BEAN = "#bean:";
    private static final Pattern SHORT_BEAN = Pattern.compile("#[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{exchangeProperty\\.([A-Za-z_][A-Za-z0-9_-]*)");

    private final RouteFile file;
    private final RouteSet set;
    private final Set<String> entrances;
    private final Set<String> beans;
    private final Set<String> properties;
    private final List<String> wrong = new ArrayList<>();

    private NamedParts(RouteFile file, RouteSet set) {
        this.file = file;
        this.set = set;
        this.entrances = set.entrances();
        this.beans = set.beans().map(BeanText::name).collect(Collectors.toCollection(TreeSet::new));
        this.properties = properties(set);
        beans.addAll(BoundNames.ALL);
    }

    /** What is not there: messages with file, line and the nearest name that is. */
    static List<String> problems(RouteFile file, RouteSet set) {
        NamedParts parts = new NamedParts(file, set);
        parts.look("", file.root());
        for (BeanText bean : file.beans()) {
            BeanText.Property route = bean.is(Login.class) ? bean.property("route") : null;
            if (route != null) {
                parts.target(route.node());
            }
        }
        return parts.wrong;
    }

    private void look(String name, @Nullable Node node) {
        if (node instanceof ScalarNode scalar) {
            text(name, scalar);
        }
        YamlNodes.elements(node).forEach(element -> look(name, element));
        for (NodeTuple field : YamlNodes.fields(node)) {
            String key = YamlNodes.text(field.getKeyNode());
            Node value = field.getValueNode();
            if (SENDS.contains(key)) {
                Node uri = YamlNodes.field(value, "uri");
                target(uri == null ? value : uri);
            }
            // what a bean's own properties are called is its own affair
            look(name.equals("properties") ? "" : key, value);
        }
    }

    private void text(String name, ScalarNode scalar) {
        String value = Placeholders.filled(scalar.getValue(), set.settings());
        boolean isBean = value.startsWith(BEAN) || SHORT_BEAN.matcher(value).matches();
        if (isBean || (REFERENCES.contains(name) && !value.startsWith("#") && !value.isEmpty())) {
            String bean = value.replaceFirst("^#(bean:)?", "");
            if (!bean.contains("{{") && !bean.contains("${") && !beans.contains(bean) && !set.isBroken(file.vendor())) {
                say(
                        scalar,
                        "there is no bean " + bean + Nearest.text(bean, beans) + "; mend the name, or add the bean");
            }
        } else if (name.equals("routeConfigurationId")) {
            Set<String> ids = set.configurations();
            // a list, and names with a star, are Camel's too
            if (!value.contains("*") && !value.contains(",") && !ids.contains(value)) {
                say(scalar, "there is no route configuration " + value + Nearest.text(value, ids) + "; mend the name");
            }
        }
        Matcher named = PROPERTY.matcher(value);
        while (named.find()) {
            String property = named.group(1);
            if (!properties.contains(property) && !property.startsWith("Camel")) {
                say(
                        scalar,
                        "nobody sets the exchange property " + property + Nearest.text(property, properties)
                                + "; mend the name, or set it before");
            }
        }
    }

    private void target(Node node) {
        String uri = Placeholders.filled(YamlNodes.text(node), set.settings()).replaceFirst("\\?.*", "");
        if (uri.startsWith("direct:") && !uri.contains("${") && !uri.contains("{{") && !entrances.contains(uri)) {
            Set<String> direct = entrances.stream()
                    .filter(entrance -> entrance.startsWith("direct:"))
                    .collect(Collectors.toCollection(TreeSet::new));
            String vendor = RouteFiles.vendor(uri.substring("direct:".length()));
            boolean ofVendor = VendorFiles.missing(set, vendor).contains(uri);
            if ((!ofVendor || !file.isPoll()) && !set.hasFile(uri)) {
                say(
                        node,
                        "no route begins with " + uri + Nearest.text(uri, direct)
                                + "; mend the address, or add its file to routes/"
                                + (uri.contains("-") ? "vendors" : "shared"));
            }
        }
    }

    private static Set<String> properties(RouteSet set) {
        Set<String> names = new HashSet<>(ExchangeContract.names());
        set.files().forEach(file -> setProperties(file.root(), names));
        return names;
    }

    private static void setProperties(@Nullable Node node, Set<String> names) {
        YamlNodes.elements(node).forEach(element -> setProperties(element, names));
        for (NodeTuple field : YamlNodes.fields(node)) {
            if (YamlNodes.text(field.getKeyNode()).equals("setProperty")) {
                names.add(YamlNodes.text(YamlNodes.field(field.getValueNode(), "name")));
            }
            setProperties(field.getValueNode(), names);
        }
    }

    private void say(Node node, String what) {
        wrong.add(file.path() + " line " + YamlNodes.line(node) + ": " + what);
    }
}
