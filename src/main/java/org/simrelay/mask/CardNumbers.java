package org.simrelay.mask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds known card numbers in a text, in any case and escape, the longest first, and never inside a longer number. Its cost
 * grows with the text, not with how many cards there are.
 */
final class CardNumbers {

    private static final int MOST_LEVELS = 3;

    private final Map<String, String> cards = new HashMap<>();
    private final List<Integer> lengths;

    /** Gives each card of the first its replacement; those of {@code kept} are found too, and left. */
    CardNumbers(Collection<String> hidden, Collection<String> kept, java.util.function.UnaryOperator<String> shown) {
        hidden.forEach(card -> put(card, shown.apply(card)));
        kept.forEach(card -> put(card, ""));
        TreeSet<Integer> distinct = new TreeSet<>(Comparator.reverseOrder());
        cards.keySet().forEach(card -> distinct.add(card.length()));
        lengths = new ArrayList<>(distinct);
    }

    private void put(@Nullable String card, String replacement) {
        String folded = card == null ? "" : Folded.fold(card);
        if (!folded.isEmpty()) {
            cards.put(folded, replacement);
        }
    }

    /** The text with the replacements. */
    String replaced(String text) {
        if (cards.isEmpty() || text.isEmpty()) {
            return text;
        }
        Stretches stretches = new Stretches();
        find(text, stretches);
        return stretches.replacedIn(text);
    }

    /** Adds the stretches that are to be replaced. */
    void find(String text, Stretches stretches) {
        if (cards.isEmpty()) {
            return;
        }
        Folded level = Folded.of(text, false);
        for (int i = 0; i <= MOST_LEVELS && level != null; i++) {
            find(level, stretches);
            level = i < MOST_LEVELS ? level.decoded(false) : null;
        }
    }

    private void find(Folded text, Stretches stretches) {
        int at = 0;
        while (at < text.length()) {
            int length = at == 0 || parts(text.charAt(at - 1), text.charAt(at)) ? longest(text, at) : 0;
            if (length > 0) {
                String replacement = cards.getOrDefault(text.substring(at, at + length), "");
                if (!replacement.isEmpty()) {
                    stretches.add(text.start(at), text.end(at + length - 1), replacement);
                }
            }
            at += Math.max(1, length);
        }
    }

    private int longest(Folded text, int at) {
        for (int length : lengths) {
            int end = at + length;
            boolean parted =
                    end == text.length() || (end < text.length() && parts(text.charAt(end - 1), text.charAt(end)));
            if (parted && cards.containsKey(text.substring(at, end))) {
                return length;
            }
        }
        return 0;
    }

    // a number may stand right behind letters ("ICCID8986…"), but not inside a longer number or word
    private static boolean parts(char left, char right) {
        return !(isDigit(left) && isDigit(right)) && !(isLetter(left) && isLetter(right));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
