package org.simrelay.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;
import org.simrelay.reply.Items;
import org.simrelay.steps.Leaves;
import org.simrelay.steps.Query;

/** Looks at the query of a poll's file: whether its shape is one, its path can be, and its list says where it ends. */
final class QueryCheck {

    private static final List<String> SHAPES = List.of("batch", "page", "next");
    private static final int MAX_PASSES = 5;
    private static final Pattern PARAMETER = Pattern.compile("(?<!\\{)\\{([^{}]+)}");

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private QueryCheck(Path file) {
        this.file = file;
    }

    /** What is wrong: one message each, with file and line; none for a file that is no poll's. */
    static List<String> problems(RouteFile file, Settings settings) {
        if (!file.isPoll()) {
            return List.of();
        }
        QueryCheck check = new QueryCheck(file.path());
        QueryText query = file.query();
        if (query == null) {
            String others = file.beans().stream()
                    .filter(bean -> bean.is(Query.class))
                    .map(bean -> ", or rename " + bean.name() + " in line " + bean.line())
                    .collect(Collectors.joining());
            check.say(
                    1,
                    "a poll must have a bean of its name and of type " + Query.class.getName() + ", its query; add it"
                            + others);
        } else {
            check.shape(query);
            check.list(query);
            check.cleared(query);
            check.publish(query);
            check.leaves(query);
            check.path(query);
            check.cards(query, settings);
            check.passes(query);
        }
        return check.problems;
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

    private void cleared(QueryText query) {
        BeanText.Property cleared = query.bean().property("cleared");
        boolean isList = query.has("page") || query.has("next") || query.has("list");
        if (cleared != null && !cleared.value().equals("false") && (query.has("batch") || !isList)) {
            say(
                    cleared.line(),
                    "cleared is about cards that leave a vendor's list, which this query does not read; remove it");
        }
    }

    private void leaves(QueryText query) {
        BeanText.Property leaves = query.bean().property("leaves");
        if (leaves == null || leaves.value().contains("{{")) {
            return;
        }
        if (!Leaves.WORDS.contains(leaves.value())) {
            say(leaves.line(), "leaves is \"" + leaves.value() + "\" but must be nothing, event or tombstone; mend it");
        } else if (!leaves.value().equals("nothing") && !query.has("batch")) {
            say(
                    leaves.line(),
                    "leaves is about cards that leave the inventory, which this query does not ask; remove it");
        }
    }

    private void publish(QueryText query) {
        BeanText.Property publish = query.bean().property("publish");
        BeanText.Property everyNth = query.bean().property("everyNth");
        boolean isSet = publish != null && publish.value().contains("{{");
        if (publish != null && !isSet && !Query.PUBLISH.contains(publish.value())) {
            say(publish.line(), "publish is \"" + publish.value() + "\" but must be all or changes; mend it");
        } else if (everyNth != null
                && !isSet
                && (publish == null || publish.value().equals("all"))) {
            say(
                    everyNth.line(),
                    "everyNth says how often a poll that publishes changes publishes all; remove it, or add publish:"
                            + " changes");
        }
    }

    private void path(QueryText query) {
        BeanText.Property path = query.bean().property("path");
        if (path == null) {
            return;
        }
        if (!path.value().startsWith("/") && !path.value().startsWith("{{")) {
            say(path.line(), "path must begin with a slash: it follows the vendor's address; mend it");
        } else {
            PARAMETER
                    .matcher(path.value())
                    .results()
                    .map(named -> named.group(1))
                    .filter(name -> !String.valueOf(query.value("ask")).contains("\"" + name + "\""))
                    .forEach(name -> say(
                            path.line(),
                            "path names {" + name + "}, which ask does not give; add it to ask, or mend the name"));
        }
    }

    private void cards(QueryText query, Settings settings) {
        BeanText.Property cards = query.bean().property("cards");
        if (cards == null) {
            return;
        }
        if (!query.has("batch")) {
            say(
                    cards.line(),
                    "cards names an inventory, but a query without batch asks for none; remove it, or add batch");
        } else if (settings.find(cards.value()).isEmpty()) {
            say(
                    cards.line(),
                    "cards names the setting " + cards.value() + ", which is not set; set "
                            + settings.place(cards.value()) + ", or mend the name");
        }
    }

    private void passes(QueryText query) {
        int min = number(query.value("minPasses"), query.has("page") ? 2 : 1);
        int max = number(query.value("maxPasses"), MAX_PASSES);
        if (min < 1 || max < min) {
            say(
                    query.line(),
                    "the list has minPasses " + min + " and maxPasses " + max
                            + ", but must be read at least once, and at most as often as it may be; mend the one or"
                            + " the other");
        }
    }

    /** What is no number, Camel refuses when it reads the file. */
    private static int number(@Nullable String text, int unset) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : unset;
    }

    private void say(int line, String what) {
        problems.add(file + " line " + line + ": " + what);
    }
}
