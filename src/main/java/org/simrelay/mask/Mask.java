package org.simrelay.mask;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What each exit of the service calls. */
public final class Mask {

    private Mask() {}

    /**
     * A text without the secrets of this process.
     *
     * @param own further ones, such as the signature of the request that the text is about; nulls are none
     */
    public static String secrets(String text, @Nullable String... own) {
        return Secrets.process().masked(text, own);
    }

    /** The beginning of a text from outside, masked before it is cut; … stands for the rest. */
    public static String shown(String text, int most, @Nullable String... own) {
        return Secrets.process().shown(text, most, own);
    }

    /** The same, also without the numbers of cards that it is not about; see {@link #others}. */
    public static String shown(
            String text, int most, Collection<String> all, Collection<String> mine, @Nullable String... own) {
        return Secrets.process().shown(text, most, Cards.others(all, mine), own);
    }

    /** A text in one line of the console: without secrets, and nothing in it acts on the terminal. */
    public static String line(String text) {
        return Visible.line(secrets(text));
    }

    /** The same for a text that has lines of its own: all but the first are indented. */
    public static String block(String text) {
        return Visible.block(secrets(text));
    }

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
