package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.simrelay.steps.Call;
import org.simrelay.steps.JudgeReply;
import org.simrelay.steps.Login;
import org.snakeyaml.engine.v2.nodes.Node;

/** Looks at the files of a vendor for what Camel does not miss: what its routes begin with and go to, what its beans must say. */
final class VendorForm {

    private final RouteFile file;
    private final RouteSet set;
    private final List<String> wrong = new ArrayList<>();

    private VendorForm(RouteFile file, RouteSet set) {
        this.file = file;
        this.set = set;
    }

    /** What is wrong: messages with file, line and remedy; none for a poll. */
    static List<String> problems(RouteFile file, RouteSet set) {
        VendorForm form = new VendorForm(file, set);
        if (!file.isPoll() && !set.isBroken(file.vendor())) {
            form.entrance();
            form.beans();
            form.sweep();
        }
        return form.wrong;
    }

    /** What a sweep and a call begin with is what polls and the sweep go to. */
    private void entrance() {
        String begins = set.entrance(file);
        boolean isNamed =
                file.id().equals(file.vendor() + "-sweep") || file.id().equals(file.vendor() + "-call");
        Node from = RouteSet.from(file);
        if (isNamed && from != null && !begins.isEmpty() && !begins.equals("direct:" + file.id())) {
            say(
                    YamlNodes.line(from),
                    "the route begins with " + begins + ", but what needs it goes to direct:" + file.id()
                            + "; write direct:" + file.id());
        }
    }

    private void beans() {
        for (BeanText bean : file.beans()) {
            if (bean.is(Login.class)) {
                needs(bean, "route", "the route that logs in; add route: direct:" + file.vendor() + "-login");
                needs(bean, "token", "where the token stands in its reply; add it, such as token: .data.token");
                BeanText.Property route = bean.property("route");
                if (route != null
                        && !route.value().startsWith("direct:")
                        && !route.value().contains("{{")) {
                    say(
                            route.line(),
                            "route is " + route.value() + " but must be an endpoint; write direct:" + route.value());
                } else if (route != null && route.value().matches("direct:" + file.vendor() + "-(call|http|sweep)")) {
                    say(
                            route.line(),
                            "route is " + route.value() + ", which is no login; write direct:" + file.vendor()
                                    + "-login");
                }
            } else if (bean.is(JudgeReply.class)) {
                needs(bean, "status", "where the code stands in a reply; add it, such as status: .code");
                needs(bean, "codes", "which codes are what; add it, with a line such as \"ok: 0\"");
            } else if (bean.is(Call.class) && bean.has("json") && bean.has("form")) {
                say(
                        bean.line(),
                        "the call " + bean.name() + " has json and form, but a request has one body; keep one");
            }
        }
    }

    private void needs(BeanText bean, String property, String why) {
        Class<?> type = Vocabulary.type(bean.type());
        Set<String> known = type == null ? Set.of() : Vocabulary.setters(type).keySet();
        // one that is misspelt is said already
        if (!bean.has(property) && known.containsAll(bean.properties().keySet())) {
            say(bean.line(), "the bean " + bean.name() + " does not say " + why);
        }
    }

    /** A sweep that goes elsewhere begins none. */
    private void sweep() {
        if (!file.id().equals(file.vendor() + "-sweep")) {
            return;
        }
        List<Node> steps = YamlNodes.elements(YamlNodes.field(RouteSet.from(file), "steps"));
        boolean goesOn = steps.stream()
                .anyMatch(step -> StepTargets.uri(YamlNodes.field(step, "to")).equals("direct:sweeps"));
        if (!goesOn && !steps.isEmpty()) {
            say(
                    YamlNodes.line(steps.get(steps.size() - 1)),
                    "the sweep of a vendor goes to direct:sweeps, or nothing is" + " asked; write to: direct:sweeps");
        }
    }

    private void say(int line, String what) {
        wrong.add(file.path() + " line " + line + ": " + what);
    }
}
