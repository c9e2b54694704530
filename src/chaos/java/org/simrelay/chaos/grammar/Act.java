package org.simrelay.chaos.grammar;

import org.simrelay.chaos.world.Stage;

/**
 * Something that goes wrong for a while.
 *
 * @param kind its name, as {@code -Dchaos.only} takes it: {@code room/kind}
 * @param text what it is, in words
 * @param begin makes it so
 * @param end makes it good again; harmless where nothing is to be mended
 */
public record Act(String kind, String text, Effect begin, Effect end) {

    /** What is done to the world. */
    @FunctionalInterface
    public interface Effect {
        Effect NONE = stage -> {};

        void on(Stage stage) throws Exception;
    }

    /** Something that needs no mending. */
    public static Act once(String kind, String text, Effect begin) {
        return new Act(kind, text, begin, Effect.NONE);
    }
}
