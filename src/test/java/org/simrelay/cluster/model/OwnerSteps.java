package org.simrelay.cluster.model;

import static org.simrelay.cluster.model.World.*;

import org.simrelay.cluster.model.World.Machine;

/** What the account's thread of a process does, a call a step. */
final class OwnerSteps {

    private OwnerSteps() {}

    static void of(long state, Machine p, Variant variant, Steps steps) {
        boolean assigned = p.assigned().of(state) == 1;
        boolean stays = assigned || !variant.looksAtTheAssignment();
        switch (p.now(state)) {
            case IDLE -> {
                if (assigned) {
                    Phase first = variant == Variant.READ_BEFORE_FENCE ? Phase.READ : Phase.FENCE;
                    steps.add(p.name() + " looks: assigned", p.to(state, first));
                }
            }
            case FENCE -> fence(state, p, steps);
            case LOOK -> {
                Phase then = p.hasRead().of(state) == 1 ? Phase.BEGIN : Phase.READ;
                look(state, p, stays, then, steps);
            }
            case READ -> read(state, p, variant, steps);
            case BEGIN, MEMBERSHIP, BIND, COMMIT -> TransactionSteps.of(state, p, variant, steps);
            case AGAIN -> look(state, p, stays, Phase.FENCE, steps);
            case WORK -> work(state, p, variant, steps);
            case PUBLISH -> publish(state, p, steps);
        }
    }

    private static void look(long state, Machine p, boolean stays, Phase then, Steps steps) {
        if (stays) {
            steps.add(p.name() + " looks: assigned", p.to(state, then));
        } else {
            steps.add(p.name() + " looks: given away, its thread ends", p.over(state));
        }
    }

    private static void fence(long state, Machine p, Steps steps) {
        long next = PRODUCER.set(OPEN.set(state, NOBODY), p.id());
        next = HOLDER.of(state) == p.id() ? TAKEN.set(next, p.id()) : next;
        steps.add(p.name() + " fences", p.to(next, Phase.LOOK));
    }

    private static void read(long state, Machine p, Variant variant, Steps steps) {
        boolean hidden = NEIGHBOUR.of(state) == 1;
        if (hidden && variant != Variant.READ_TO_LAST_STABLE_OFFSET) {
            // the high watermark lies behind the open transaction: it is waited for
            return;
        }
        int position = (hidden ? BEFORE_NEIGHBOUR : CHECKPOINT).of(state);
        int ended = hidden ? ENDED_BEFORE_NEIGHBOUR.of(state) : Math.min(ENDED.of(state), 1);
        long next = p.hasRead().set(p.sawEnd().set(p.position().set(state, position), ended), 1);
        next = p.sent().set(next, OWNER_RECORD);
        Phase then = variant == Variant.READ_BEFORE_FENCE ? Phase.FENCE : Phase.BEGIN;
        String what = ended == 1 ? "the sweep ended" : "checkpoint " + position;
        steps.add(p.name() + " reads: " + what, p.to(next, then));
    }

    private static void work(long state, Machine p, Variant variant, Steps steps) {
        if (p.sawEnd().of(state) == 1) {
            // nothing is left to go on with
            return;
        }
        if (p.position().of(state) == CARDS) {
            long next = p.sentEnd().set(p.sent().set(state, CARDS), 1);
            steps.add(p.name() + " has asked for all cards", p.to(next, Phase.BEGIN));
        } else if (p.assigned().of(state) == 0 && variant.looksAtTheAssignment()) {
            steps.add(p.name() + " looks: given away, its thread ends", p.over(state));
        } else if ((p.isMember(state) && p.assigned().of(state) == 1) || variant == Variant.NO_LEASE) {
            // the lease is over before the session is
            String broken = HOLDER.of(state) == p.id() ? null : p.name() + " asks, though it lost the account";
            String what = variant == Variant.NO_LEASE ? " asks the vendor" : "'s lease holds, it asks the vendor";
            steps.add(p.name() + what, p.to(state, Phase.PUBLISH), broken);
        }
    }

    private static void publish(long state, Machine p, Steps steps) {
        int card = p.position().of(state);
        long next = p.position().set(state, card + 1);
        long published = TOLD.set(next, TOLD.of(next) | 1 << card);
        then(published, p, "Kafka acknowledges card " + (card + 1) + " of " + p.name(), steps);
        if (card == 0) {
            // one card that may fail is enough
            long failed = p.heldFailures().set(next, 1);
            then(failed, p, "the vendor refuses card 1 to " + p.name(), steps);
        }
    }

    private static void then(long state, Machine p, String what, Steps steps) {
        steps.add(what, p.to(state, Phase.WORK));
        long due = p.sent().set(state, p.position().of(state));
        steps.add(what + ", a checkpoint is due", p.to(due, Phase.BEGIN));
    }
}
