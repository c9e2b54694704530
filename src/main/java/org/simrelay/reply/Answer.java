package org.simrelay.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reply brought.
 *
 * @param items the vendor's items, in its order
 * @param total how many there are over all pages, null where the reply does not say
 * @param next the cursor of what follows, as the vendor gave it; JSON's null at the end of a list
 */
public record Answer(List<Item> items, @Nullable Long total, JsonNode next) {

    /** The answer of a list that has no cursor. */
    public Answer(List<Item> items, @Nullable Long total) {
        this(items, total, NullNode.instance);
    }

    /** The cards of its items, in their order; null for an item without a number. */
    public List<@Nullable String> cards() {
        List<@Nullable String> cards = new ArrayList<>(items.size());
        items.forEach(item -> cards.add(item.card()));
        return cards;
    }

    /** Why the vendor refuses each of the items, for a reason that passes or concerns them all; null where one came through. */
    public @Nullable RequestFailure refused() {
        RequestFailure last = null;
        for (Item item : items) {
            RequestFailure failure = item.failure();
            if (failure == null || failure.outcome() == Outcome.CARD) {
                return null;
            }
            last = failure;
        }
        return last;
    }

    /**
     * One item.
     *
     * @param card its card's number, null where it has none that can be read
     * @param node as the vendor gave it
     * @param failure what its own code means, where that is not ok; null for any other
     */
    public record Item(@Nullable String card, JsonNode node, @Nullable RequestFailure failure) {

        /** An item that the vendor gave without a word against it. */
        public Item(@Nullable String card, JsonNode node) {
            this(card, node, null);
        }
    }
}
