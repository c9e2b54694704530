package org.simrelay.mask;

import java.util.Collection;

/** What each exit of the service calls. */
public final class Mask {

    private Mask() {}

    /**
     * A text about some cards of a request without the numbers of the others.
     *
     * @param all the cards that the text may name
     * @param own those of them that it is about
     */
    public static String others(String text, Collection<String> all, Collection<String> own) {
        return Cards.withoutOthers(text, all, own);
    }
}
