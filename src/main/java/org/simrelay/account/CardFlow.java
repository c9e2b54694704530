package org.simrelay.account;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether cards still come through to an account, over all its polls: what tells a vendor that refuses everything from cards that
 * it refuses. Thread-safe.
 */
public final class CardFlow {

    private final AtomicLong answers = new AtomicLong();

    /** An answer brought cards. */
    public void cameThrough() {
        answers.incrementAndGet();
    }

    /** Answers that brought cards, up to now. */
    public long count() {
        return answers.get();
    }
}
