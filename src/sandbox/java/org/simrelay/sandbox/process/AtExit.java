package org.simrelay.sandbox.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What must happen when this JVM ends, in order and in one shutdown hook: hooks of their own would run side by side, and the broker
 * would be killed while the service still waits for its acknowledgements.
 */
public final class AtExit {
    private static final Deque<Runnable> ACTIONS = new ArrayDeque<>();
    private static boolean hooked;

    private AtExit() {}

    /** Runs {@code action} when the JVM ends, before all that were added earlier. It must be bounded. */
    public static synchronized void add(Runnable action) {
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(new Thread(AtExit::runAll, "at-exit"));
            hooked = true;
        }
        ACTIONS.push(action);
    }

    /** Forgets an action, since what it would do is done. */
    public static synchronized void remove(Runnable action) {
        ACTIONS.remove(action);
    }

    private static void runAll() {
        List<Runnable> all;
        synchronized (AtExit.class) {
            all = new ArrayList<>(ACTIONS);
        }
        for (Runnable action : all) {
            try {
                action.run();
            } catch (RuntimeException e) {
                System.err.println("at exit: " + e);
            }
        }
    }
}
