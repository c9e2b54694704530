package org.simrelay.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.config.Settings;
import org.simrelay.reply.Items;

/** Looks at the query of a poll's file: its properties, whether its shape is one, and says where its list ends. */
final class QueryCheck {

    private static final Map<String, String> NAMES = names(
            "batch",
            "page",
            "next",
            "path",
            "ask",
            "list",
            "card",
            "total",
            "nothing",
            "judge",
            "cards",
            "minPasses",
            "maxPasses",
            "mostPages",
            "endsShort");
    private static final List<String> SHAPES = List.of("batch", "page", "next");
    private static final int MAX_PASSES = 5;

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private QueryCheck(Path file) {
        this.file = file;
    }

    /** What is wrong: one message each, with file and line; none for a file that is no poll's. */
    static List<String> problems(Path file, String yaml, Settings settings) {
        Path folder = file.getParent();
        if (folder == null || !folder.endsWith("polls")) {
            return List.of();
        }
        QueryCheck check = new QueryCheck(file);
        QueryText query = QueryText.of(file, yaml, settings);
        if (query == null) {
            check.say(1, "a poll must have a bean of its name and of type " + QueryText.TYPE + ", its query; add it");
        } else {
            check.names(query);
            check.shape(query);
            check.list(query);
            check.passes(query);
        }
        return check.problems;
    }

    private void names(QueryText query) {
        query.properties().forEach((canonical, property) -> {
            if (!NAMES.containsKey(canonical)) {
                say(
                        property.line(),
                        "a query has no property " + property.name() + Nearest.text(property.name(), NAMES.values())
                                + "; mend or remove it");
            }
        });
    }

    private void shape(QueryText query) {
        List<String> shapes = SHAPES.stream().filter(query::has).toList();
        if (shapes.size() > 1) {
            say(query.line(), "a query has one shape, but this has " + String.join(" and ", shapes) + "; keep one");
        }
    }

    private void list(QueryText query) {
        String endsShort = query.value("endsShort");
        boolean ends = endsShort != null && (endsShort.equals("true") || endsShort.contains("{{"));
        if (query.has("page") && !query.has("total") && !ends) {
            say(query.line(), "the list has neither total nor endsShort: " + Items.END_UNKNOWN);
        }
        boolean needsCard = query.has("page") || query.has("next") || !"1".equals(query.value("batch"));
        if (!query.has("card") && needsCard && (query.has("batch") || query.has("list"))) {
            say(query.line(), "the query has no card: nothing says where an item's card number stands; add it");
        }
    }

    private void passes(QueryText query) {
        int min = number(query.value("minPasses"), query.has("page") ? 2 : 1);
        int max = number(query.value("maxPasses"), MAX_PASSES);
        if (min < 1 || max < min) {
            say(
                    query.line(),
                    "the list has minPasses " + min + " and maxPasses " + max
                            + ", but must be read at least once, and at most as often as it may be; mend the one or the other");
        }
    }

    /** What is no number, Camel refuses when it reads the file. */
    private static int number(@Nullable String text, int unset) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : unset;
    }

    private void say(int line, String what) {
        problems.add(file + " line " + line + ": " + what);
    }

    private static Map<String, String> names(String... names) {
        Map<String, String> all = new TreeMap<>();
        for (String name : names) {
            all.put(QueryText.canonical(name), name);
        }
        return all;
    }
}
