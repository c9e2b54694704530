package org.simrelay.sweep;

import org.simrelay.account.CardFlow;

/**
 * How far a sweep goes on splitting batches that are refused for their content (DESIGN.md, bisection). Whether it is the vendor or
 * the cards is decided by whether cards still come through, over all polls of the account. Thread-safe.
 */
public final class BisectLimits {

    /** What is done about a batch that is refused. */
    public enum Decision {
        /** Its two halves are asked in its place. */
        SPLIT,
        /** It is a card that stands alone, or splitting has cost what it may: its cards fail. */
        FAIL,
        /** It is the vendor: the sweep stops. */
        STOP
    }

    // so many refusals in a row make it worth to ask elsewhere, before the parts that are due
    private static final int PROBE_EVERY = 16;
    // cards beside each other that may all be bad, with nothing to ask elsewhere
    private static final int MOST_BAD = 100;

    private final CardFlow flow;
    private final int inFlight;
    private long flowed;
    private int inARow;
    private int largest = 1;
    private long allowed;
    private long spent;
    private volatile boolean probeDue;

    /**
     * @param flow of the sweep's account
     * @param inFlight requests that may be asked at once
     */
    BisectLimits(CardFlow flow, int inFlight) {
        this.flow = flow;
        this.inFlight = inFlight;
    }

    /** A batch, or a part of one, is refused for its content. */
    public synchronized Decision refused(Request request) {
        long now = flow.count();
        inARow = now == flowed ? inARow + 1 : 1;
        flowed = now;
        int cards = request.cards().size();
        if (request.isPart()) {
            spent += request.attempts().count() - 1L;
        } else {
            allowed += 2L * cards;
            largest = Math.max(largest, cards);
        }
        if (inARow > mostInARow()) {
            return Decision.STOP;
        }
        if (cards < 2 || spent + 2 > allowed) {
            return Decision.FAIL;
        }
        probeDue |= inARow % PROBE_EVERY == 0;
        spent += 2;
        return Decision.SPLIT;
    }

    /** Whether the next request is to be a batch from elsewhere rather than a part; true once each time it is due. */
    boolean takeProbe() {
        boolean due = probeDue;
        probeDue = false;
        return due;
    }

    /** As many as may be in flight, at each size from a whole batch down to a card, and the parts of one that is all bad. */
    private int mostInARow() {
        int sizes = Integer.SIZE - Integer.numberOfLeadingZeros(largest) + 1;
        return inFlight * sizes + 2 * Math.min(largest, MOST_BAD);
    }
}
