package org.simrelay.kafka;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many records are on their way, in slices of the time that they were handed over. Ticks are counted, not time: in a process
 * that was stopped for a while nothing grows old, and a slow machine is given longer.
 */
final class Owed {

    private static final int TICKS_A_SLICE = 20;

    /** Records that were handed over at about the same time. */
    static final class Slice {

        private final LongAdder open = new LongAdder();
        private int age;

        /** One of them has its verdict. */
        void settled() {
            open.decrement();
        }
    }

    private final Deque<Slice> slices = new ArrayDeque<>();
    private volatile Slice newest = new Slice();

    Owed() {
        slices.add(newest);
    }

    /** A record is handed over. */
    Slice one() {
        Slice slice = newest;
        slice.open.increment();
        return slice;
    }

    /** Grows older; what is settled is forgotten. One thread at a time, as for what follows. */
    void tick() {
        slices.forEach(slice -> slice.age++);
        // a record that was just handed over may count for the slice before
        slices.removeIf(slice -> slice != newest && slice.age > 2 * TICKS_A_SLICE && slice.open.sum() <= 0);
        if (newest.age >= TICKS_A_SLICE) {
            newest = new Slice();
            slices.addLast(newest);
        }
    }

    /** Whether a record has been on its way for so many ticks. */
    boolean olderThan(int ticks) {
        return slices.stream().anyMatch(slice -> slice.age - TICKS_A_SLICE >= ticks && slice.open.sum() > 0);
    }

    /** Whether none is on its way. */
    boolean none() {
        return slices.stream().allMatch(slice -> slice.open.sum() <= 0);
    }
}
