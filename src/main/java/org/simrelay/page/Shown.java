package org.simrelay.page;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Cards;
import org.simrelay.mask.Mask;

/**
 * Texts as the page may show them: never a secret, and of card numbers the last four characters, unless they may be seen.
 *
 * @param full whether who looks has the token
 */
record Shown(boolean full) {

    private static final int MOST = 1_000;

    /** A card's number. */
    String card(String card) {
        return full ? Mask.secrets(card) : Cards.hidden(card);
    }

    /** A text that may hold numbers of cards and words of a vendor; null stays null. */
    @Nullable String text(@Nullable String text) {
        return text(text, List.of());
    }

    /** The same, about these cards. */
    @Nullable String text(@Nullable String text, Collection<String> cards) {
        if (text == null) {
            return null;
        }
        String shown = Mask.shown(text, MOST);
        return full ? shown : Cards.hiddenIn(shown, cards);
    }
}
