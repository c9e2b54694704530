package org.simrelay.sweep;

import java.util.ArrayList;
import java.util.List;
import org.simrelay.reply.Answer.Item;

/**
 * An answer, sorted.
 *
 * @param publish items to publish, each card once
 * @param missing cards to publish as missing
 * @param unclear cards that are not in the reply, which has items without a number
 * @param follow requests to ask next
 * @param duplicates cards seen again and not published again
 * @param strays cards that nobody asked for
 */
public record SortedAnswer(
        List<Item> publish,
        List<String> missing,
        List<String> unclear,
        List<Request> follow,
        int duplicates,
        int strays) {

    /** The cards whose records, or failures, this answer brings. */
    public List<String> cards() {
        List<String> cards = new ArrayList<>(publish.size() + missing.size() + unclear.size());
        cards.addAll(missing);
        cards.addAll(unclear);
        for (Item item : publish) {
            if (item.card() != null) {
                cards.add(item.card());
            }
        }
        return cards;
    }
}
