package org.simrelay.cluster.model;

import static org.simrelay.cluster.model.World.*;

/** A state in which A and B have changed places is the same state. */
final class Mirror {

    private static final Field[] NAMES = {HOLDER, PRODUCER, OPEN, ENDED, TAKEN, MEMBERS};

    private Mirror() {}

    /** One of the two, always the same. */
    static long lesser(long state) {
        return Math.min(state, mirrored(state));
    }

    static long mirrored(long state) {
        long next = state;
        for (Field field : NAMES) {
            int value = field.of(state);
            // 0 is nobody, 3 somebody else or both
            next = value == A.id() ? field.set(next, B.id()) : value == B.id() ? field.set(next, A.id()) : next;
        }
        return B.whole().set(A.whole().set(next, B.whole().of(state)), A.whole().of(state));
    }
}
