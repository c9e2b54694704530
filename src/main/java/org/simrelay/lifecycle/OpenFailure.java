package org.simrelay.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of sim.failures that is still open.
 *
 * @param cards the cards it is about; null where they are not known: a page, or all that was not asked
 * @param value the record's value
 */
public record OpenFailure(String id, String sweep, String poll, @Nullable List<String> cards, ObjectNode value) {

    /**
     * Reads a record's value.
     *
     * @throws RuntimeException for a value that is none of ours
     */
    static OpenFailure of(JsonNode node) {
        List<String> cards = null;
        if (node.required("cards").isArray()) {
            cards = new ArrayList<>();
            for (JsonNode card : node.get("cards")) {
                cards.add(card.textValue());
            }
        }
        return new OpenFailure(
                node.required("id").textValue(),
                node.required("sweep").textValue(),
                node.required("poll").textValue(),
                cards,
                (ObjectNode) node);
    }

    /** Whether the operator means it: a poll, a sweep, or everything where nothing is named. */
    public boolean isOf(@Nullable String sweepOrPoll) {
        return sweepOrPoll == null || sweepOrPoll.equals(poll) || sweepOrPoll.equals(sweep);
    }
}
