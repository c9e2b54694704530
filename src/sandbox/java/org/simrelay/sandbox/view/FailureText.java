package org.simrelay.sandbox.view;

import com.fasterxml.jackson.databind.JsonNode;

/** A record of sim.failures in words. */
final class FailureText {
    private FailureText() {}

    static String of(JsonNode value) {
        StringBuilder text = new StringBuilder(value.path("outcome").asText("?"));
        if (value.hasNonNull("code")) {
            text.append(' ').append(value.get("code").asText());
        }
        text.append(": ").append(cards(value));
        if (value.hasNonNull("message")) {
            text.append(", ").append(value.get("message").asText());
        }
        long attempts = value.path("attempts").asLong();
        return attempts > 1
                ? text.append(" (").append(attempts).append(" tries)").toString()
                : text.toString();
    }

    private static String cards(JsonNode value) {
        JsonNode cards = value.path("cards");
        if (cards.isArray() && cards.size() == 1) {
            return "card " + CardText.mask(cards.get(0).asText());
        }
        if (value.hasNonNull("count")) {
            return Screen.number(value.get("count").asLong()) + " cards";
        }
        return cards.isArray() ? Screen.number(cards.size()) + " cards" : "a page that was never read";
    }
}
