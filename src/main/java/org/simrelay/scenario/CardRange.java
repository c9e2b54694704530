package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Neighbouring card numbers in short: {@code first..last} are all between, both included. */
final class CardRange {

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})\\.\\.([0-9]{1,18})");
    private static final long MOST = 100_000;

    private CardRange() {}

    /** A list in which ranges may stand, written out. */
    static ArrayNode expanded(JsonNode cards) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        cards.forEach(card -> each(card.asText()).forEach(all::add));
        return all;
    }

    /** The cards of a range; another text is one card. */
    static Stream<String> each(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Stream.of(text);
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        int width = range.group(1).length();
        return LongStream.rangeClosed(first, last)
                .limit(MOST)
                .mapToObj(card ->
                        "0".repeat(Math.max(0, width - Long.toString(card).length())) + card);
    }
}
