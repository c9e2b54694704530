package org.simrelay.cluster.model;

import static org.simrelay.cluster.model.World.*;

import org.jspecify.annotations.Nullable;
import org.simrelay.cluster.model.World.Machine;

/** A ledger transaction: begun, bound to the group's generation, committed; and what each must keep. */
final class TransactionSteps {

    private TransactionSteps() {}

    static void of(long state, Machine p, Variant variant, Steps steps) {
        boolean fenced = PRODUCER.of(state) != p.id();
        switch (p.now(state)) {
            case BEGIN -> {
                if (fenced) {
                    again(state, p, steps);
                } else {
                    steps.add(
                            p.name() + " begins a transaction: " + content(state, p),
                            p.to(OPEN.set(state, p.id()), Phase.MEMBERSHIP));
                }
            }
            case MEMBERSHIP -> membership(state, p, variant, steps);
            case BIND -> bind(state, p, variant, fenced, steps);
            default -> {
                if (fenced || OPEN.of(state) != p.id()) {
                    again(state, p, steps);
                } else {
                    commit(state, p, steps);
                }
            }
        }
    }

    /** One look tells whether the account is this thread's still, and the generation. */
    private static void membership(long state, Machine p, Variant variant, Steps steps) {
        int generation = p.generation().of(state);
        boolean asksTheProcess = variant == Variant.MEMBERSHIP_OF_THE_PROCESS || !variant.looksAtTheAssignment();
        if (p.assigned().of(state) == 0 && !asksTheProcess) {
            steps.add(p.name() + " looks: given away, its thread ends", p.over(closed(state, p)));
        } else if (generation == NO_GENERATION
                && variant != Variant.MEMBERSHIP_MINUS_ONE
                && variant.bindsToTheGroup()) {
            steps.add(p.name() + " is no member, it aborts", p.to(closed(state, p), Phase.LOOK));
        } else {
            long next = p.to(p.taken().set(state, generation), Phase.BIND);
            steps.add(p.name() + " takes its membership", next);
        }
    }

    private static void bind(long state, Machine p, Variant variant, boolean fenced, Steps steps) {
        int taken = p.taken().of(state);
        long next = p.taken().set(state, 0);
        if (fenced) {
            again(next, p, steps);
        } else if (!variant.bindsToTheGroup()) {
            steps.add(p.name() + " binds it to nothing", p.to(next, Phase.COMMIT));
        } else if (taken == NO_GENERATION) {
            // Kafka does not check it
            steps.add(p.name() + " binds it with generation -1", p.to(next, Phase.COMMIT));
        } else if (p.isMember(state) && taken == CURRENT) {
            steps.add(p.name() + " binds it to the generation", p.to(next, Phase.COMMIT));
        } else {
            steps.add(p.name() + "'s generation is refused, it aborts", p.to(closed(next, p), Phase.LOOK));
        }
    }

    private static long closed(long state, Machine p) {
        return OPEN.of(state) == p.id() ? OPEN.set(state, NOBODY) : state;
    }

    private static void again(long state, Machine p, Steps steps) {
        steps.add(p.name() + " is told that it is fenced", p.to(state, Phase.AGAIN));
    }

    private static void commit(long state, Machine p, Steps steps) {
        int sent = p.sent().of(state);
        boolean end = p.sentEnd().of(state) == 1;
        long next = OPEN.set(state, NOBODY);
        next = TOLD.set(next, TOLD.of(next) | p.heldFailures().of(next));
        if (sent != OWNER_RECORD) {
            next = CHECKPOINT.set(next, sent);
        }
        if (end) {
            next = ENDED.set(next, p.id());
        }
        String broken = broken(state, next, p, end);
        String what = p.name() + " commits: " + content(state, p);
        long known = p.sawEnd()
                .set(p.heldFailures().set(next, 0), end ? 1 : p.sawEnd().of(next));
        steps.add(what, p.to(p.sentEnd().set(p.sent().set(known, 0), 0), Phase.WORK), broken);
        steps.add(what + ", the answer is lost", p.to(next, Phase.AGAIN), broken);
    }

    private static @Nullable String broken(long before, long after, Machine p, boolean end) {
        if (TAKEN.of(before) != NOBODY && TAKEN.of(before) != p.id()) {
            return p.name() + " commits, though another has taken the account";
        }
        if (CHECKPOINT.of(after) < CHECKPOINT.of(before)) {
            return "the checkpoint falls from " + CHECKPOINT.of(before) + " to " + CHECKPOINT.of(after);
        }
        int asked = (1 << CHECKPOINT.of(after)) - 1;
        if ((asked & ~TOLD.of(after)) != 0) {
            return "the checkpoint covers a card that was neither acknowledged nor has a failure";
        }
        // the same record once more, since an answer was lost, is no second end
        if (end && ENDED.of(before) != NOBODY && ENDED.of(before) != p.id()) {
            return "the sweep ends twice";
        }
        return null;
    }

    private static String content(long state, Machine p) {
        int sent = p.sent().of(state);
        String what = sent == OWNER_RECORD ? "it owns the account" : "checkpoint " + sent;
        what += p.heldFailures().of(state) == 0 ? "" : ", a failure";
        return p.sentEnd().of(state) == 1 ? what + ", the end" : what;
    }
}
