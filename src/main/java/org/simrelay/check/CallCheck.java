package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.simrelay.config.Nearest;
import org.simrelay.config.RouteFiles;
import org.simrelay.steps.Call;

/** Looks at the calls of a file: whose they are, and where they go. */
final class CallCheck {

    private CallCheck() {}

    /** What is wrong: messages with file, line and remedy. */
    static List<String> problems(RouteFile file, RouteSet set) {
        Set<String> vendors =
                set.files().map(other -> RouteFiles.vendor(other.id())).collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        for (BeanText call : file.beans()) {
            if (!call.is(Call.class) || file.isPoll()) {
                continue;
            }
            BeanText.Property vendor = call.property("vendor");
            if (vendor == null) {
                wrong.add(file.path() + " line " + call.line() + ": the call " + call.name()
                        + " has no vendor, whose accounts it uses; add it");
            } else if (!vendors.contains(vendor.value())) {
                wrong.add(file.path() + " line " + vendor.line() + ": vendor is " + vendor.value()
                        + ", of which there is no file" + Nearest.text(vendor.value(), vendors) + "; mend it");
            }
            BeanText.Property path = call.property("path");
            if (path != null && !path.value().startsWith("/") && !path.value().startsWith("{{")) {
                wrong.add(file.path() + " line " + path.line()
                        + ": path must begin with a slash: it follows the vendor's address; mend it");
            }
        }
        return wrong;
    }
}
