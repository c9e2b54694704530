package org.simrelay.bench.vendor;

/** The numbers of the cards: 13 digits, one after the other, so that a number tells its place. */
public final class Cards {

    /** Digits of every number. */
    static final int DIGITS = 13;

    private static final long FIRST = 1_060_000_000_001L;

    private Cards() {}

    /** The card at a place, from 0. */
    public static String number(int place) {
        return Long.toString(FIRST + place);
    }

    /** The place of a number. */
    public static int place(long number) {
        return (int) (number - FIRST);
    }
}
