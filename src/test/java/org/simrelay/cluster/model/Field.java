package org.simrelay.cluster.model;

/** A few bits of a state, which is one long: a number from 0 on. */
record Field(int shift, int width) {

    int of(long state) {
        return (int) (state >>> shift) & mask();
    }

    long set(long state, int value) {
        if ((value & ~mask()) != 0) {
            throw new IllegalArgumentException(value + " does not fit " + this);
        }
        return (state & ~((long) mask() << shift)) | ((long) value << shift);
    }

    private int mask() {
        return (1 << width) - 1;
    }
}
