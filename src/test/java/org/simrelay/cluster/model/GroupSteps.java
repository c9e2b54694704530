package org.simrelay.cluster.model;

import static org.simrelay.cluster.model.World.*;

import org.simrelay.cluster.model.World.Machine;

/** What happens to processes and their membership: coordinator, consumer, pauses and crashes. */
final class GroupSteps {

    private GroupSteps() {}

    static void of(long state, Machine p, Machine other, Steps steps) {
        boolean member = p.isMember(state);
        if (member) {
            pause(state, p, steps);
        }
        boolean assigned = p.assigned().of(state) == 1;
        if (!member && !assigned) {
            steps.add(p.name() + " joins, the generation rises", rises(MEMBERS.set(state, MEMBERS.of(state) | p.id())));
        }
        if (!member && p.generation().of(state) != NO_GENERATION) {
            steps.add(
                    p.name() + "'s consumer hears that it is no member",
                    p.generation().set(state, NO_GENERATION));
        }
        if (!member && assigned) {
            given(state, p, p.name() + " is told that it lost the account", steps);
        }
        if (member && p.generation().of(state) != CURRENT) {
            steps.add(p.name() + " learns the generation", p.generation().set(state, CURRENT));
        }
        // a new owner's thread begins when the one before is over
        boolean free = HOLDER.of(state) == NOBODY && p.is(state, Phase.IDLE);
        if (member && p.generation().of(state) == CURRENT && free) {
            steps.add(p.name() + " is assigned the account", p.assigned().set(HOLDER.set(state, p.id()), 1));
        }
        if (member && HOLDER.of(state) == p.id() && assigned && other.isMember(state)) {
            given(
                    rises(HOLDER.set(state, NOBODY)),
                    p,
                    p.name() + " is revoked the account, the generation rises",
                    steps);
        }
    }

    /** Who is paused has no step; it wakes with the next that it takes. A pause shorter than the session is none. */
    private static void pause(long state, Machine p, Steps steps) {
        long gone = MEMBERS.set(state, MEMBERS.of(state) & ~p.id());
        gone = rises(HOLDER.of(gone) == p.id() ? HOLDER.set(gone, NOBODY) : gone);
        steps.add(p.name() + " is paused, its session ends, the generation rises", gone);
        long crashed = p.generation().set(p.assigned().set(p.over(gone), 0), NO_GENERATION);
        steps.add(p.name() + " crashes, its session ends, the generation rises", crashed);
    }

    /** The account's thread ends, or hangs in a call that nobody can break off and goes on later. */
    private static void given(long state, Machine p, String what, Steps steps) {
        long given = p.assigned().set(state, 0);
        boolean open = OPEN.of(given) == p.id() && PRODUCER.of(given) == p.id();
        steps.add(what, p.over(open ? OPEN.set(given, NOBODY) : given));
        if (p.now(state).isCall) {
            steps.add(what + ", its thread hangs in a call", given);
        }
    }

    private static long rises(long state) {
        long next = state;
        for (Machine p : new Machine[] {A, B}) {
            next = p.generation().of(next) == CURRENT ? p.generation().set(next, OLD) : next;
            // what nobody asks for makes no difference
            boolean idle = p.is(next, Phase.IDLE) && p.assigned().of(next) == 0;
            next = idle ? p.generation().set(next, NO_GENERATION) : next;
            next = p.taken().of(next) == CURRENT ? p.taken().set(next, OLD) : next;
        }
        return next;
    }
}
