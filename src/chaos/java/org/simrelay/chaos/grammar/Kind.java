package org.simrelay.chaos.grammar;

import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A kind of fault that a story can have.
 *
 * @param name {@code room/kind}
 * @param weight how often it is drawn, beside the others
 * @param fits the worlds that it can happen in
 * @param least milliseconds that it lasts at least
 * @param draw draws one
 */
public record Kind(String name, int weight, Predicate<World> fits, int least, Draw draw) {

    /** A kind that may be short. */
    public Kind(String name, int weight, Predicate<World> fits, Draw draw) {
        this(name, weight, fits, 0, draw);
    }

    /** Draws one fault of a kind. */
    @FunctionalInterface
    public interface Draw {
        Act of(SplittableRandom random, World world);
    }

    /** The part of its name before the slash. */
    public String room() {
        return name.substring(0, name.indexOf('/'));
    }
}
