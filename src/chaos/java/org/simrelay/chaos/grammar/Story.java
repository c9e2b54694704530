package org.simrelay.chaos.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A world and what goes wrong in it.
 *
 * @param seed draws it again
 * @param steps in the order of their times
 */
public record Story(long seed, World world, List<Step> steps) {

    /** The same without one of its steps. */
    public Story without(int step) {
        List<Step> left = new ArrayList<>(steps);
        left.remove(step);
        return new Story(seed, world, List.copyOf(left));
    }

    /** The story in numbered lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("  0. ").append(world);
        for (int i = 0; i < steps.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(steps.get(i));
        }
        return text.toString();
    }
}
