package org.simrelay.sweep;

import org.jspecify.annotations.Nullable;

/**
 * Cards of an inventory that stand together, in its order.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record CardSpan(String first, String last) {

    /** From the first of one to the last of another that stands behind it; null is none. */
    public static @Nullable CardSpan from(@Nullable CardSpan one, @Nullable CardSpan behind) {
        if (one == null || behind == null) {
            return one == null ? behind : one;
        }
        return new CardSpan(one.first, behind.last);
    }
}
