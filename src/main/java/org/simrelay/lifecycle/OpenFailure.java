package org.simrelay.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Accounts;
import org.simrelay.sweep.SweepId;

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
    public static OpenFailure of(JsonNode node) {
        List<String> cards = null;
        if (node.required("cards").isArray()) {
            cards = new ArrayList<>();
            for (JsonNode card : node.get("cards")) {
                if (!card.isTextual()) {
                    throw new IllegalArgumentException("a card is no text");
                }
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

    /** The account whose sweep it was, by the sweep's id. */
    public String account() {
        String key = SweepId.keyOf(sweep);
        return key != null && key.startsWith(poll + ".") ? key.substring(poll.length() + 1) : Accounts.FIRST;
    }

    /** When the sweep was due; null for one whose id does not tell. */
    public @Nullable Instant due() {
        int slash = sweep.indexOf('/');
        // what a replay asks for was due at the time in its id too
        return SweepId.dueOf(slash < 0 ? sweep : sweep.substring(0, slash));
    }

    /** Whether the operator means it: a poll, a sweep, or everything where nothing is named. */
    public boolean isOf(@Nullable String sweepOrPoll) {
        return sweepOrPoll == null
                || sweepOrPoll.equals(poll)
                || sweepOrPoll.equals(sweep)
                || sweepOrPoll.equals(SweepId.key(poll, account()));
    }
}
