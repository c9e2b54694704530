package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.simrelay.config.RouteFiles;
import org.simrelay.steps.Call;

/** Looks whether the call of a vendor sends what its queries ask with, and the token that its login gives. */
final class CallSends {

    private static final List<String> PARTS = List.of("query", "headers", "json", "form");
    // the whole of what was asked, or a field of it; not a field of a variable, and not a decimal
    private static final Pattern ASKED = Pattern.compile("(?<![\\w$\\])\"-])\\.(?![0-9])");
    private static final Pattern TEXTS = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|//[^\\n]*");

    private CallSends() {}

    /** What may be wrong, to warn of: a message with file, line and remedy. */
    static List<String> doubtful(RouteFile file, RouteSet set) {
        List<String> doubtful = new ArrayList<>();
        if (!file.id().equals(RouteFiles.vendor(file.id()) + "-call") || set.isBroken(file.vendor())) {
            return doubtful;
        }
        Set<String> refs = refs(file);
        List<BeanText> calls = file.beans().stream()
                .filter(bean -> bean.is(Call.class) && refs.contains(bean.name()))
                .toList();
        for (BeanText call : calls) {
            List<String> parts = PARTS.stream()
                    .filter(call::has)
                    .map(part -> written(call, part))
                    .toList();
            // without any of them what is asked travels as the call's own default says
            boolean sends = parts.isEmpty()
                    || parts.stream()
                            .anyMatch(part -> ASKED.matcher(TEXTS.matcher(part).replaceAll("\"\""))
                                    .find());
            if (!sends) {
                doubtful.add(place(file, call) + "the call " + call.name()
                        + " sends nothing of what its queries ask with; add it, such as {…} + .");
            }
            boolean tokenUsed = call.properties().values().stream()
                    .anyMatch(property -> YamlNodes.text(property.node()).contains("$token"));
            if (set.hasSession(file.vendor()) && !tokenUsed && calls.size() == 1) {
                doubtful.add(place(file, call) + "the call " + call.name()
                        + " does not send the token of the vendor's login; add $token, or remove the login");
            }
        }
        return doubtful;
    }

    private static Set<String> refs(RouteFile file) {
        return StepRefs.of(file.root()).stream().map(StepRefs.Ref::name).collect(Collectors.toSet());
    }

    private static String written(BeanText call, String part) {
        BeanText.Property property = call.property(part);
        return property == null ? "" : YamlNodes.text(property.node());
    }

    private static String place(RouteFile file, BeanText call) {
        BeanText.Property query = call.property("query");
        return file.path() + " line " + (query == null ? call.line() : query.line()) + ": ";
    }
}
