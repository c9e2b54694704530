package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.simrelay.mask.Cards;
import org.simrelay.mask.Mask;

/** The texts that a mapping has no word for, and how often it met each: the function {@code unmapped}. Thread-safe. */
final class UnmappedTexts {

    private static final int MOST_TEXTS = 100;
    private static final int MOST_SHOWN = 80;
    private static final int MOST_KEPT = 1000;
    private static final String REST = "further texts";
    private static final JsonNode OTHER = TextNode.valueOf("other");

    private final Map<String, LongAdder> met = new ConcurrentHashMap<>();
    private final LongAdder count = new LongAdder();

    /** Counts a text and gives "other". */
    JsonNode other(JsonNode value) {
        count.increment();
        String whole = value.toString();
        // more than is shown, since what is cut can no longer be masked
        String text = whole.length() > MOST_KEPT ? whole.substring(0, MOST_KEPT) : whole;
        // a vendor that writes a number into its texts must not fill the memory
        String counted = met.size() < MOST_TEXTS || met.containsKey(text) ? text : REST;
        met.computeIfAbsent(counted, first -> new LongAdder()).increment();
        return OTHER;
    }

    /** How often it met one since this was last asked. */
    long takeCount() {
        return count.sumThenReset();
    }

    /** Each text with its count, the most frequent first; empty when there was none. What was told is not told again. */
    String takeReport() {
        Map<String, Long> counts = met.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> text.getValue().sumThenReset()));
        return counts.entrySet().stream()
                .filter(text -> text.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(text ->
                        Cards.hiddenIn(Mask.shown(text.getKey(), MOST_SHOWN), List.of()) + " " + text.getValue() + "×")
                .collect(Collectors.joining(", "));
    }
}
