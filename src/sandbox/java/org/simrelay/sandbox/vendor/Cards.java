package org.simrelay.sandbox.vendor;

import java.util.List;
import java.util.stream.LongStream;

/** Card numbers in the vendors' shape, 13 digits; the same ones in every run. */
public final class Cards {
    private static final long FIRST_OF_INVENTORY = 1_064_804_000_000L;
    private static final long FIRST_OF_ARREARS = 1_440_300_000_000L;

    private Cards() {}

    /** The first {@code count} cards of the iotbos inventory: 1064804000000, … */
    public static List<String> inventory(int count) {
        return numbers(FIRST_OF_INVENTORY, count);
    }

    /** The first {@code count} cards of cmiot that can be in arrears: 1440300000000, … */
    public static List<String> arrears(int count) {
        return numbers(FIRST_OF_ARREARS, count);
    }

    private static List<String> numbers(long first, int count) {
        return LongStream.range(first, first + count).mapToObj(Long::toString).toList();
    }
}
