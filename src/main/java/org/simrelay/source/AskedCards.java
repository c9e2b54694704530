package org.simrelay.source;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Cards;
import org.simrelay.reply.Answer.Item;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/**
 * Holds a reply against the cards that were asked for: one whose items are all of other cards, or of none, was read wrongly or is
 * not ours, and says nothing of those cards.
 */
public final class AskedCards {

    private AskedCards() {}

    /**
     * Accepts an answer without items, or with an item of a card that was asked for.
     *
     * @param cards those asked for
     * @throws RequestFailure unknown, for any other; it says how the first item differs
     */
    public static void check(List<String> cards, List<Item> items) throws RequestFailure {
        if (items.isEmpty() || cards.isEmpty() || holds(cards, items)) {
            return;
        }
        throw new RequestFailure(
                Outcome.UNKNOWN,
                null,
                "the reply has " + items.size() + " items, but none of a card that was asked for: "
                        + difference(cards, items)
                        + "; mend \"card\" where the list is described, if it is the vendor's way");
    }

    private static boolean holds(List<String> cards, List<Item> items) {
        // nearly all replies begin with a card that was asked for: no set is needed then
        if (cards.get(0).equals(items.get(0).card())) {
            return true;
        }
        Set<String> asked = new HashSet<>(cards);
        return items.stream().anyMatch(item -> item.card() != null && asked.contains(item.card()));
    }

    private static String difference(List<String> cards, List<Item> items) {
        String first = items.stream()
                .map(Item::card)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (first == null) {
            return "they hold no card number that can be read, as a text or a whole number";
        }
        String shown = "the first is \"" + Cards.hidden(first) + "\"";
        String like = like(cards, first);
        return like == null ? shown : shown + ", which differs from one asked for " + like;
    }

    /** How a number differs from one that is meant; null where none seems to be. */
    private static @Nullable String like(List<String> cards, String number) {
        String lower = number.toLowerCase(Locale.ROOT);
        for (String card : cards) {
            String asked = card.toLowerCase(Locale.ROOT);
            if (asked.equals(lower)) {
                return "by its letters' case alone";
            }
            if (lower.contains(asked) || asked.contains(lower)) {
                return "by what stands before or behind it";
            }
        }
        return null;
    }
}
