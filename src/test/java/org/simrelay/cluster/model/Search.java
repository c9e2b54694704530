package org.simrelay.cluster.model;

import static org.simrelay.cluster.model.World.*;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongLongHashMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through all states that can be reached, the nearest first, up to the first broken promise. */
final class Search {

    private static final int MOST = 2_000_000;
    private static final long START = 0;

    private final Variant variant;
    private final LongLongHashMap from = new LongLongHashMap();
    private final LongHashSet seen = new LongHashSet();
    private final LongArrayList reached = new LongArrayList();
    private @Nullable String counterExample;

    Search(Variant variant) {
        this.variant = variant;
    }

    /** How a promise is broken, a step a line; null when all states are reached and none is. */
    @Nullable String run() {
        seen.add(Mirror.lesser(START));
        reached.add(START);
        for (int i = 0; i < reached.size() && counterExample == null; i++) {
            long state = reached.get(i);
            steps(state, (what, next, broken) -> {
                if (broken != null && counterExample == null) {
                    counterExample = text(state, what, broken);
                }
                long like = alike(next);
                if (seen.add(Mirror.lesser(like))) {
                    from.put(like, state);
                    reached.add(like);
                }
            });
            if (reached.size() > MOST) {
                throw new IllegalStateException("more than " + MOST + " states: the model is too large");
            }
        }
        return counterExample;
    }

    int states() {
        return reached.size();
    }

    /** How many of the states have no way left on which the sweep ends. */
    int stuck() {
        LongHashSet good = new LongHashSet();
        for (boolean more = true; more; ) {
            int before = good.size();
            for (int i = reached.size() - 1; i >= 0; i--) {
                long state = reached.get(i);
                if (ENDED.of(state) != NOBODY) {
                    good.add(Mirror.lesser(state));
                } else if (!good.contains(Mirror.lesser(state))) {
                    steps(state, (what, next, broken) -> {
                        if (good.contains(Mirror.lesser(alike(next)))) {
                            good.add(Mirror.lesser(state));
                        }
                    });
                }
            }
            more = good.size() > before;
        }
        return reached.size() - good.size();
    }

    private long alike(long state) {
        return variant.endsAtTheNextLook() ? Alike.of(state) : state;
    }

    private void steps(long state, Steps steps) {
        GroupSteps.of(state, A, B, steps);
        GroupSteps.of(state, B, A, steps);
        OwnerSteps.of(state, A, variant, steps);
        OwnerSteps.of(state, B, variant, steps);
        if (OPEN.of(state) != NOBODY) {
            steps.add("the open transaction times out", PRODUCER.set(OPEN.set(state, NOBODY), NOBODY));
        }
        if (variant == Variant.RIGHT || variant == Variant.READ_TO_LAST_STABLE_OFFSET) {
            neighbour(state, steps);
        }
    }

    private void neighbour(long state, Steps steps) {
        if (NEIGHBOUR.of(state) == 1) {
            long closed = BEFORE_NEIGHBOUR.set(NEIGHBOUR.set(state, 0), 0);
            steps.add("the other account commits", ENDED_BEFORE_NEIGHBOUR.set(closed, 0));
            return;
        }
        long open = NEIGHBOUR.set(state, 1);
        if (variant == Variant.READ_TO_LAST_STABLE_OFFSET) {
            open = BEFORE_NEIGHBOUR.set(open, CHECKPOINT.of(state));
            open = ENDED_BEFORE_NEIGHBOUR.set(open, Math.min(ENDED.of(state), 1));
        }
        steps.add("another account begins a transaction", open);
    }

    private String text(long last, String what, String broken) {
        List<String> lines = new ArrayList<>(List.of(what));
        for (long state = last; state != START; state = from.get(state)) {
            long then = state;
            String[] step = new String[1];
            steps(from.get(state), (by, next, b) -> step[0] = alike(next) == then ? by : step[0]);
            lines.add(0, step[0]);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(String.format("%3d  %s%n", i + 1, lines.get(i)));
        }
        return text.append("  => ").append(broken).toString();
    }
}
