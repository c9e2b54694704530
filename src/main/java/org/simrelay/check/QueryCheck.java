package org.simrelay.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.steps.Query;

/** Looks at the query of a poll's file: whether there is one, of one shape, and what it asks for can be. */
final class QueryCheck {

    private static final List<String> SHAPES = List.of("batch", "page", "next");
    private static final Pattern PARAMETER = Pattern.compile("(?<!\\{)\\{([^{}]+)}");

    private static final Pattern NOT_IN_PATH = Pattern.compile("[\\s\\\\\"'<>|^`#]|[：／？（）｛｝　]");

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
            check.lacks(file);
        } else {
            check.others(file);
            check.shape(query);
            new QueryListCheck(query, check::say).look();
            new QueryEventsCheck(query, check::say).look();
            check.path(query);
            check.cards(query, settings);
        }
        return check.problems;
    }

    private void others(RouteFile poll) {
        poll.beans().stream()
                .filter(bean -> bean.is(Query.class) && !bean.name().equals(poll.id()))
                .forEach(bean -> say(
                        "the query " + bean.name() + " is of no poll: a file holds one, of the name " + poll.id()
                                + "; remove it, or give it a file of its own",
                        bean.line()));
    }

    private void lacks(RouteFile poll) {
        BeanText own = poll.beans().stream()
                .filter(bean -> bean.name().equals(poll.id()))
                .findFirst()
                .orElse(null);
        if (own != null && Vocabulary.type(own.type()) != null) {
            say(
                    "the bean " + own.name() + " is of type " + own.type() + ", but a poll's is its query; write type: "
                            + Query.class.getName(),
                    own.line());
        } else if (own == null && !RouteText.isOther(poll)) {
            String others = poll.beans().stream()
                    .filter(bean -> bean.is(Query.class))
                    .map(bean -> ", or rename " + bean.name() + " in line " + bean.line())
                    .collect(Collectors.joining());
            say(
                    "a poll must have a bean of its name and of type " + Query.class.getName() + ", its query; add it"
                            + others,
                    1);
        }
    }

    private void shape(QueryText query) {
        List<String> shapes = SHAPES.stream().filter(query::has).toList();
        if (shapes.size() > 1) {
            say("a query has one shape, but this has " + String.join(" and ", shapes) + "; keep one", query.line());
        }
    }

    private void path(QueryText query) {
        BeanText.Property path = query.bean().property("path");
        if (path == null) {
            return;
        }
        Matcher odd = NOT_IN_PATH.matcher(path.value());
        if (path.value().matches("https?://.*")) {
            say(
                    "path is a whole address; write what stands behind the vendor's own, which is the setting "
                            + RouteFiles.vendor(RouteFiles.id(file)) + ".url",
                    path.line());
        } else if (!path.value().startsWith("/") && !path.value().startsWith("{{")) {
            say("path must begin with a slash: it follows the vendor's address; mend it", path.line());
        } else if (path.value().indexOf('?') > 0) {
            say("path has a ?: what stands behind it is not sent; write parameters as fields of ask", path.line());
        } else if (odd.find()) {
            String sign = odd.group();
            say(
                    "path has " + (sign.isBlank() ? "a blank" : sign) + " in it, which no address has"
                            + FullWidth.hint(path.value()) + "; remove it",
                    path.line());
        } else {
            PARAMETER
                    .matcher(path.value())
                    .results()
                    .map(named -> named.group(1))
                    .filter(name -> !String.valueOf(query.value("ask")).contains("\"" + name + "\""))
                    .forEach(name -> say(
                            "path names {" + name + "}, which ask does not give; add it to ask, or mend the name",
                            path.line()));
        }
    }

    private void cards(QueryText query, Settings settings) {
        BeanText.Property cards = query.bean().property("cards");
        if (cards == null) {
            return;
        }
        if (!query.has("batch")) {
            say(
                    "cards names an inventory, but a query without batch asks for none; remove it, or add batch",
                    cards.line());
        } else if (cards.value().matches(".*[/\\\\].*|.*\\.(csv|txt)")) {
            String key = RouteFiles.id(file).replaceFirst("-", ".") + ".cards";
            say(
                    "cards names the setting that names the file, and not the file itself; write cards: " + key
                            + ", and " + key + "=" + cards.value() + " in " + settings.file(),
                    cards.line());
        } else if (settings.find(cards.value()).isEmpty()) {
            say(
                    "cards names the setting " + cards.value() + ", which is not set; set "
                            + settings.place(cards.value()) + ", or mend the name",
                    cards.line());
        }
    }

    private void say(String what, int line) {
        problems.add(file + " line " + line + ": " + what);
    }
}
