package org.simrelay.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.PreviewMatch;

/** What was found in a previewed reply, for people: how many items, and whether they are of the cards that were asked for. */
final class PreviewMatchLines {

    private static final int MOST_SHOWN = 10;

    private PreviewMatchLines() {}

    /**
     * The lines, in order.
     *
     * @param isSaved whether the reply is one of a file, which may be of other cards
     * @param card the one to show; null for all
     */
    static List<String> of(PreviewMatch match, boolean isSaved, @Nullable String card) {
        List<String> lines = new ArrayList<>();
        lines.add("items    " + match.items() + " found"
                + (match.total() == null ? "" : " of " + match.total() + " in all"));
        if (match.unnumbered() > 0) {
            lines.add("         " + match.unnumbered()
                    + " without a card number that can be read; card says where it stands, the first has "
                    + String.join(" ", match.fields()));
        }
        if (match.asked() > 0) {
            lines.add("cards    " + (match.asked() - match.missing().size()) + " of " + match.asked() + " asked for");
            some("not in the reply, a sweep asks for them again", match.missing(), lines);
            some("in the reply, but not asked for", match.strays(), lines);
            if (isSaved
                    && match.missing().size() == match.asked()
                    && !match.strays().isEmpty()) {
                lines.add("         a saved reply of other cards: --card "
                        + match.strays().get(0) + " asks for one of them");
            }
        } else if (card != null && !match.cards().contains(card)) {
            lines.add("cards    " + card + " is not among these items; a list that goes on may have it later");
        }
        return lines;
    }

    private static void some(String what, List<String> cards, List<String> lines) {
        if (!cards.isEmpty()) {
            List<String> shown = cards.stream().limit(MOST_SHOWN).toList();
            lines.add("         " + what + ": " + String.join(", ", shown)
                    + (cards.size() > shown.size() ? ", … (" + cards.size() + ")" : ""));
        }
    }
}
