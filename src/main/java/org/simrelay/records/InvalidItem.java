package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.RequestFailure;

/**
 * An item that gives no event.
 *
 * @param card its card's number, null where it has none
 * @param why what does not fit
 * @param kind what does not fit, without the value: items of one kind are one failure
 * @param item as the vendor gave it, null for a card that is not in the reply
 * @param failure what the vendor said of this item alone; null where it is the values that do not fit
 */
public record InvalidItem(
        @Nullable String card, String why, String kind, @Nullable JsonNode item, @Nullable RequestFailure failure) {

    /** One whose values do not fit. */
    public InvalidItem(@Nullable String card, String why, String kind, @Nullable JsonNode item) {
        this(card, why, kind, item, null);
    }

    /** Their cards, of those that have a number. */
    public static List<String> cards(List<InvalidItem> items) {
        List<String> cards = new ArrayList<>(items.size());
        for (InvalidItem item : items) {
            if (item.card() != null) {
                cards.add(item.card());
            }
        }
        return cards;
    }
}
