package org.simrelay.sandbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.StringJoiner;

/** A card event in words: the masked card, its result, and what the query found out. */
final class CardText {
    /** Columns for the details; a few less than there are, as Chinese characters take two. */
    private static final int WIDTH = 34;

    private CardText() {}

    static String of(JsonNode value) {
        String result = value.path("result").asText("in arrears");
        return mask(value.path("card").asText("")) + "  " + String.format("%-12s", result) + " " + details(value);
    }

    /** All but the last four digits hidden: card numbers are personal data. */
    static String mask(String card) {
        return "****" + card.substring(Math.max(0, card.length() - 4));
    }

    /** Every field that says something, in its own order: so that a query nobody thought of here can be read too. */
    private static String details(JsonNode value) {
        StringJoiner words = new StringJoiner("  ");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = field.getKey();
            boolean said = name.equals("card") || name.equals("result") || name.equals("stateText");
            boolean empty =
                    field.getValue().isNull() || field.getValue().asText().equals("unspecified");
            if (!said && !empty) {
                String word = name + " " + shorten(field.getValue().asText());
                if (words.length() + word.length() > WIDTH) {
                    return words.add("…").toString();
                }
                words.add(word);
            }
        }
        return words.toString();
    }

    /** A time without its zone and seconds, which tell a person little. */
    private static String shorten(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\dT.*") ? text.substring(0, 10) : text;
    }
}
