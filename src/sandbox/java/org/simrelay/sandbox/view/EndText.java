package org.simrelay.sandbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;

/** The end of a sweep in words: one line, or two if there is more to tell. */
final class EndText {
    private EndText() {}

    static void tell(Screen screen, String poll, JsonNode value) {
        String outcome = value.path("outcome").asText("?");
        if (outcome.equals("skipped")) {
            screen.line(outcome, poll, value.path("reason").asText(), word -> screen.style.outcome(outcome, word));
            return;
        }
        String of = value.hasNonNull("expected") ? " of " + Screen.number(number(value, "expected")) : "";
        String cards = Screen.number(number(value, "published")) + of + " cards" + duration(value)
                + Screen.count(number(value, "failed"), "failed", "failed")
                + Screen.count(number(value, "duplicates"), "duplicate", "duplicates");
        String requests = Screen.count(number(value, "requests"), "request", "requests")
                + Screen.count(number(value, "retries"), "retry", "retries")
                + Screen.count(number(value, "logins"), "login", "logins");
        boolean fits = cards.length() + requests.length() <= Screen.REST;
        screen.line(outcome, poll, fits ? cards + requests : cards, word -> screen.style.outcome(outcome, word));
        if (!fits) {
            screen.more(requests.substring(2));
        }
        if (value.hasNonNull("reason")) {
            screen.more("reason: " + value.get("reason").asText());
        }
    }

    private static long number(JsonNode value, String field) {
        return value.path(field).asLong();
    }

    private static String duration(JsonNode value) {
        try {
            OffsetDateTime from = OffsetDateTime.parse(value.path("startedAt").asText());
            OffsetDateTime to = OffsetDateTime.parse(value.path("endedAt").asText());
            return " in " + Screen.seconds(Duration.between(from, to).toMillis());
        } catch (DateTimeException e) {
            return "";
        }
    }
}
