package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;

/** Tries what a query says of the reply on those of its scenarios: where the list stands, whose the items are, how many there are. */
final class ListTrial {

    private static final Pattern LAST_FIELD = Pattern.compile("\\.([A-Za-z_][\\w-]*)(\\[[^\\]]*])?$");

    private ListTrial() {}

    /** What may be wrong, to warn of: messages with file, line and remedy. */
    static List<String> doubtful(RouteFile poll, QueryText query, SampleItems samples, Path scenarios) {
        List<String> doubtful = new ArrayList<>();
        if (samples.replies().isEmpty() || samples.keys().isEmpty()) {
            return doubtful;
        }
        BeanText.Property list = query.bean().property("list");
        if (list != null && samples.items().isEmpty()) {
            if (samples.made().isEmpty() && samples.isWhole() && canBeRead(list)) {
                doubtful.add(place(poll, list) + ": list finds no item in any reply of " + scenarios
                        + meant(list.value(), samples) + "; mend the one or the other");
            }
            return doubtful;
        }
        if (samples.made().isEmpty() && samples.isWhole()) {
            card(poll, query, samples, scenarios, doubtful);
        }
        total(poll, query, samples, scenarios, doubtful);
        return doubtful;
    }

    private static void card(
            RouteFile poll, QueryText query, SampleItems samples, Path scenarios, List<String> doubtful) {
        BeanText.Property card = query.bean().property("card");
        if (card == null || card.value().contains("$") || samples.cards().isEmpty() || !canBeRead(card)) {
            return;
        }
        List<JsonNode> found = samples.items().stream()
                .map(item -> applied(card.value(), item))
                .filter(value -> value != null && !value.isNull())
                .toList();
        boolean matches = found.stream()
                .anyMatch(value -> value.isTextual() && samples.cards().contains(value.textValue()));
        // a range of cards is no single one
        if (found.isEmpty() || matches || samples.cards().stream().anyMatch(one -> one.contains(".."))) {
            return;
        }
        JsonNode first = found.get(0);
        doubtful.add(place(poll, card) + ": card gives " + first + " for an item of " + scenarios
                + (first.isTextual() ? ", which none of its cards is" : ", but must give a text, the card's number")
                + "; mend it, such as to " + suggestion(samples));
    }

    /** The field that holds a card of the scenarios. */
    private static String suggestion(SampleItems samples) {
        return samples.items().stream()
                .flatMap(item -> item.properties().stream())
                .filter(field -> samples.cards().contains(field.getValue().asText()))
                .map(field -> (field.getValue().isTextual() ? "." : "text(.")
                        + field.getKey()
                        + (field.getValue().isTextual() ? "" : ")"))
                .findFirst()
                .orElse("the field of its number");
    }

    private static void total(
            RouteFile poll, QueryText query, SampleItems samples, Path scenarios, List<String> doubtful) {
        BeanText.Property total = query.bean().property("total");
        if (total == null || samples.items().isEmpty() || !canBeRead(total)) {
            return;
        }
        String list = String.valueOf(query.value("list"));
        List<JsonNode> replies = samples.replies().stream()
                .filter(reply -> Objects.requireNonNullElse(applied(list, reply), NullNode.instance)
                                .size()
                        > 0)
                .toList();
        List<JsonNode> found = replies.stream()
                .map(reply -> applied(total.value(), reply))
                .filter(value -> value != null && !value.isNull())
                .toList();
        boolean counts = replies.isEmpty()
                || found.stream().anyMatch(value -> value.asText().matches("[0-9]+"));
        if (!counts) {
            doubtful.add(place(poll, total) + ": total gives "
                    + (found.isEmpty() ? "nothing" : "no number but " + kind(found.get(0))) + " for the replies of "
                    + scenarios + "; mend it, to where the reply says how many items there are over all pages");
        }
    }

    private static String kind(JsonNode value) {
        return value.isArray() ? "a list" : value.isObject() ? "an object" : value.toString();
    }

    /** The nearest field of the replies to the last one of a path. */
    private static String meant(String path, SampleItems samples) {
        Matcher last = LAST_FIELD.matcher(path.strip());
        if (!last.find()) {
            return "";
        }
        var names = new TreeSet<String>();
        samples.replies().forEach(reply -> names(reply, names));
        return names.contains(last.group(1)) ? ": it must give an array" : Nearest.text(last.group(1), names);
    }

    private static void names(JsonNode node, Set<String> names) {
        node.properties().forEach(field -> names.add(field.getKey()));
        node.forEach(child -> names(child, names));
    }

    private static boolean canBeRead(BeanText.Property property) {
        return !property.value().isBlank() && JsltProblem.of(property.value()) == null;
    }

    private static @Nullable JsonNode applied(String jslt, JsonNode to) {
        try {
            return Jslt.expression(jslt)
                    .apply(Map.of("account", Json.MAPPER.getNodeFactory().textNode("main")), to);
        } catch (JsltException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String place(RouteFile poll, BeanText.Property property) {
        return poll.path() + " line " + property.line();
    }
}
