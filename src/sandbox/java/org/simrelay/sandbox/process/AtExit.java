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
    private static boolean running;

    private AtExit() {}

    /** Runs {@code action} when the JVM ends, before all that were added earlier. It must be bounded. */
    public static synchronized void add(Runnable action) {
        if (running) {
            // too late for the list: what starts while the JVM ends is ended at once
            action.run();
            return;
        }
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

    /** Whether the JVM is ending. */
    public static synchronized boolean isRunning() {
        return running;
    }

    private static void runAll() {
        List<Runnable> all;
        synchronized (AtExit.class) {
            running = true;
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
