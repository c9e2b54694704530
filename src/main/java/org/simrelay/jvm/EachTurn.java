package org.simrelay.jvm;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a timer does again and again: whatever a turn throws ends that turn alone. Java's timers never begin the next one, without a
 * word. Told the first time of each row.
 */
public final class EachTurn implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EachTurn.class);

    private final String name;
    private final Runnable turn;
    private boolean broken;

    /** @param name for the log */
    public EachTurn(String name, Runnable turn) {
        this.name = name;
        this.turn = turn;
    }

    @Override
    public void run() {
        try {
            turn.run();
            broken = false;
        } catch (RuntimeException | Error e) {
            OutOfMemory.endIfCausedBy(e);
            if (!broken) {
                broken = true;
                LOG.error("{} broke, and goes on with its next turn", name, e);
            }
        }
    }
}
