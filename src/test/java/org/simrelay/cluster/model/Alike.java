package org.simrelay.cluster.model;

import static org.simrelay.cluster.model.World.*;

import org.simrelay.cluster.model.World.Machine;

/** Makes states the same that no later step tells apart, where {@link Variant#endsAtTheNextLook}. */
final class Alike {

    private Alike() {}

    /** Without what a thread does that hung or is fenced, up to its next look. */
    static long of(long state) {
        return of(of(state, A), B);
    }

    private static long of(long state, Machine p) {
        Phase phase = p.now(state);
        boolean fenced = PRODUCER.of(state) != p.id();
        if (p.assigned().of(state) == 1) {
            return fenced && phase.isOfTransaction() ? p.taken().set(p.to(state, Phase.AGAIN), 0) : state;
        }
        boolean toldSo = fenced || OPEN.of(state) != p.id();
        return switch (phase) {
            case IDLE -> state;
            case FENCE -> p.to(p.over(state), Phase.FENCE);
            case PUBLISH ->
                p.position()
                        .set(p.to(p.over(state), Phase.PUBLISH), p.position().of(state));
            case BIND -> toldSo || p.taken().of(state) != CURRENT ? over(state, p) : state;
            case COMMIT -> toldSo ? over(state, p) : state;
            default -> over(state, p);
        };
    }

    private static long over(long state, Machine p) {
        boolean open = OPEN.of(state) == p.id() && PRODUCER.of(state) == p.id();
        return p.over(open ? OPEN.set(state, NOBODY) : state);
    }
}
