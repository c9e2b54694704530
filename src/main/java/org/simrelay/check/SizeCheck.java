package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.steps.Call;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Looks at the sizes that a query asks with. */
final class SizeCheck {

    /** The limits that a vendor's call can have. */
    static final List<String> LIMITS = List.of("page", "batch");

    private static final Pattern SIZE =
            Pattern.compile("\"([\\w-]*(?i:size|limit|rows|per[_-]?page)[\\w-]*)\"\\s*:\\s*\"?([0-9]{1,9})\\b");

    private SizeCheck() {}

    /** A size above the limit that the vendor's call names. */
    static List<String> problems(RouteFile poll, QueryText query, RouteSet set) {
        List<String> wrong = new ArrayList<>();
        String vendor = RouteFiles.vendor(poll.id());
        set.beans()
                .filter(bean -> bean.is(Call.class) && vendor.equals(bean.value("vendor")))
                .forEach(call -> LIMITS.forEach(kind -> {
                    BeanText.Property size = query.bean().property(kind);
                    int most = limit(call, kind);
                    if (size != null && most > 0 && query.bean().number(kind) > most) {
                        String written = YamlNodes.text(size.node());
                        wrong.add(poll.path() + " line " + size.line() + ": " + kind + " is " + size.value()
                                + (written.contains("{{") ? " (" + written + ")" : "") + " but " + vendor
                                + " allows " + most + " at most (most." + kind + " of " + call.name()
                                + "); lower it");
                    }
                }));
        return wrong;
    }

    /** A number in {@code ask} that looks like the size and is another; only a warning, since it may be something else. */
    static @Nullable String doubtful(RouteFile poll, QueryText query) {
        BeanText.Property ask = query.bean().property("ask");
        int size = Math.max(query.bean().number("page"), query.bean().number("batch"));
        Matcher named = SIZE.matcher(ask == null ? "" : ask.value());
        while (ask != null && size > 0 && named.find()) {
            if (Integer.parseInt(named.group(2)) != size) {
                return poll.path() + " line " + ask.line() + ": ask says \"" + named.group(1) + "\": "
                        + named.group(2) + " where " + (query.has("page") ? "page" : "batch") + " is " + size
                        + "; write $size, if it is the same";
            }
        }
        return null;
    }

    private static int limit(BeanText call, String kind) {
        BeanText.Property most = call.property("most");
        if (most == null) {
            return call.number("most." + kind);
        }
        String text = YamlNodes.field(most.node(), kind) instanceof ScalarNode scalar ? scalar.getValue() : "";
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
