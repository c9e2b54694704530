package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Cards;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** Makes the failures of items that the vendor refuses one by one, or that do not fit their mapping: one record a kind. */
public final class InvalidFailures {

    // a few show what is wrong with all of them
    private static final int MOST_REASONS = 20;

    private final Failures failures;

    public InvalidFailures(Failures failures) {
        this.failures = failures;
    }

    /**
     * The records of such items.
     *
     * @param sent what was asked, as it went out
     */
    public List<LedgerEntry> of(Sweep sweep, Request request, String sent, List<InvalidItem> items) {
        Map<String, List<InvalidItem>> kinds = new LinkedHashMap<>();
        items.forEach(item -> kinds.computeIfAbsent((item.card() == null) + item.kind(), k -> new ArrayList<>())
                .add(item));
        List<LedgerEntry> entries = new ArrayList<>(kinds.size());
        for (List<InvalidItem> alike : kinds.values()) {
            RequestFailure own = alike.get(0).failure();
            Outcome outcome = own == null ? Outcome.INVALID : own.outcome();
            String part = request.id() + "-" + outcome.word() + (entries.isEmpty() ? "" : "-" + (entries.size() + 1));
            List<String> cards = cards(alike);
            FailureValue value = new FailureValue(
                            sweep,
                            part,
                            new RequestFailure(outcome, own == null ? null : own.code(), reasons(request, alike)))
                    .asked(request, sent, request.attempts().count() + 1, shown(alike), cards);
            entries.add(failures.entry(sweep, cards.isEmpty() ? value.count(alike.size()) : value.cards(cards)));
        }
        return entries;
    }

    /** What the end of the sweep says of them. */
    public static String note(Request request, List<InvalidItem> items) {
        String why = request.attempts().shown(items.get(0).why(), RequestFailure.MOST_SHOWN);
        RequestFailure own = items.get(0).failure();
        String what =
                own == null ? "a value does not fit its type: " : own.outcome().word() + ": ";
        return what + Cards.hiddenIn(why, cards(items));
    }

    private static List<String> cards(List<InvalidItem> items) {
        return items.stream().map(InvalidItem::card).filter(Objects::nonNull).toList();
    }

    private static String reasons(Request request, List<InvalidItem> alike) {
        return alike.stream()
                .map(InvalidItem::why)
                .distinct()
                .limit(MOST_REASONS)
                .map(why -> request.attempts().shown(why, RequestFailure.MOST_SHOWN))
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String shown(List<InvalidItem> items) {
        List<JsonNode> nodes = new ArrayList<>();
        items.stream().limit(MOST_REASONS).forEach(item -> {
            if (item.item() != null) {
                nodes.add(item.item());
            }
        });
        if (nodes.isEmpty()) {
            return null;
        }
        ArrayNode array = Json.MAPPER.createArrayNode().addAll(nodes);
        return nodes.size() == 1 ? nodes.get(0).toString() : array.toString();
    }
}
