package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.simrelay.steps.Call;
import org.snakeyaml.engine.v2.nodes.Node;

/** Looks in the files of a vendor for what is left of another vendor's; it may be meant. */
final class VendorDoubts {

    private final RouteFile file;
    private final RouteSet set;
    private final List<String> doubtful = new ArrayList<>();

    private VendorDoubts(RouteFile file, RouteSet set) {
        this.file = file;
        this.set = set;
    }

    /** What may be wrong: messages with file, line and remedy; none for a poll or what all vendors share. */
    static List<String> of(RouteFile file, RouteSet set) {
        VendorDoubts doubts = new VendorDoubts(file, set);
        boolean isVendors = file.path().toString().replace('\\', '/').contains("vendors/");
        if (isVendors && file.root() != null) {
            doubts.keys();
            doubts.targets();
            doubts.beans();
            doubts.errorHandler();
        }
        return doubts.doubtful;
    }

    private void keys() {
        Set<String> vendors = vendors();
        for (NamedKey named : NamedKey.of(file.text())) {
            String other = named.words().get(0);
            if (!other.equals(file.vendor()) && vendors.contains(other)) {
                say(
                        named.line(),
                        named.key() + " is a key of the vendor " + other + ", and this is a file of " + file.vendor()
                                + "; write one of its own, or leave it if that is meant");
            }
        }
    }

    private void targets() {
        for (String target : StepTargets.of(file.root())) {
            String name = target.replaceFirst("^direct:", "");
            String other = name.replaceFirst("-.*", "");
            if (target.startsWith("direct:")
                    && name.contains("-")
                    && !other.equals(file.vendor())
                    && vendors().contains(other)) {
                int line = (int) file.text()
                        .substring(0, Math.max(0, file.text().indexOf(target)))
                        .lines()
                        .count();
                say(
                        line,
                        target + " is a route of the vendor " + other + ", and this is a file of " + file.vendor()
                                + "; write one of its own, or leave it if that is meant");
            }
        }
    }

    private void beans() {
        for (BeanText bean : file.beans()) {
            if (bean.is(Call.class)) {
                vendor(bean);
            }
        }
    }

    private void vendor(BeanText call) {
        BeanText.Property vendor = call.property("vendor");
        if (vendor != null && !vendor.value().equals(file.vendor()) && vendors().contains(vendor.value())) {
            say(
                    vendor.line(),
                    "vendor is " + vendor.value() + ", whose accounts the call then uses, and this is a file of "
                            + file.vendor() + "; write vendor: " + file.vendor());
        }
    }

    private void errorHandler() {
        for (Node entry : YamlNodes.elements(file.root())) {
            Node route = YamlNodes.field(entry, "route");
            if (route != null && YamlNodes.field(route, "errorHandler") == null) {
                say(
                        YamlNodes.line(route),
                        "the route has no errorHandler, so that Camel's own handles a failure that the"
                                + " sweep is to handle; add errorHandler: { noErrorHandler: {} }");
            }
        }
    }

    private Set<String> vendors() {
        return set.files()
                .filter(one -> one.path().toString().replace('\\', '/').contains("vendors/"))
                .map(RouteFile::vendor)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void say(int line, String what) {
        doubtful.add(file.path() + " line " + line + ": " + what);
    }
}
