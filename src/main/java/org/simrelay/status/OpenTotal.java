package org.simrelay.status;

/**
 * How much stands open.
 *
 * @param failures records of sim.failures
 * @param cards they are about, as far as known
 */
public record OpenTotal(long failures, long cards) {

    /** Nothing does. */
    public static final OpenTotal NONE = new OpenTotal(0, 0);

    OpenTotal plus(OpenTotal other) {
        return new OpenTotal(failures + other.failures, cards + other.cards);
    }

    OpenTotal less(long itsCards) {
        return new OpenTotal(failures - 1, cards - itsCards);
    }
}
