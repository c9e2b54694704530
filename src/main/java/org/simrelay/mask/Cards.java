package org.simrelay.mask;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Card numbers are personal data: how a text shows them that is not the card's own record. */
public final class Cards {

    private static final int SHOWN = 4;
    private static final String HIDDEN = "****";

    // what may be a number in a text from outside: letters and digits, in groups by hyphens, six digits at least; never
    // given
    // back, since thousands of groups would take more stack than a thread has
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Za-z0-9-])(?=(?:[A-Za-z-]*[0-9]){6})[A-Za-z0-9]++(?:-[A-Za-z0-9]++)*+");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([T-][0-9]{0,6}Z?)?");
    private static final Pattern IN_LOGS = Pattern.compile("(?<![0-9])[0-9]{6,}([0-9]{4})");

    private Cards() {}

    /** A number as a log shows it: its last four characters, of one that has no more the half. */
    public static String hidden(String card) {
        int shown = card.length() > SHOWN ? SHOWN : card.length() / 2;
        return HIDDEN + card.substring(card.length() - shown);
    }

    /**
     * A text from outside as a log shows it: the cards it is about, and whatever else looks like a card's number.
     *
     * @param cards of the request at hand; as many as there are
     */
    public static String hiddenIn(String text, Collection<String> cards) {
        String known = new CardNumbers(cards, List.of(), Cards::hidden).replaced(text);
        return NUMBER.matcher(known)
                .replaceAll(found -> Matcher.quoteReplacement(
                        DATE.matcher(found.group()).matches() ? found.group() : hidden(found.group())));
    }

    /** A line of our own as a log shows it: long numbers, in case one is a card's. Counts stay. */
    public static String hiddenInLine(String line) {
        return IN_LOGS.matcher(line).replaceAll(HIDDEN + "$1");
    }

    /**
     * A text about some cards without the numbers of the others, in any letter case, URL-encoded or escaped.
     *
     * @param all cards that the text may name
     * @param own those of them that may be seen
     */
    public static String withoutOthers(String text, Collection<String> all, Collection<String> own) {
        return others(all, own).replaced(text);
    }

    /** Finds the cards that are not one's own. */
    static CardNumbers others(Collection<String> all, Collection<String> own) {
        Set<String> others = new LinkedHashSet<>(all);
        others.removeAll(own instanceof Set<String> set ? set : Set.copyOf(own));
        return new CardNumbers(others, own, card -> HIDDEN);
    }
}
