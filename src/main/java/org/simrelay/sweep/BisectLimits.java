package org.simrelay.sweep;

import org.simrelay.account.CardFlow;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/**
 * How far a sweep goes on splitting batches that are refused for their content. Whether it is the vendor or
 * the cards is decided by whether cards still come through, over all polls of the account. Thread-safe.
 */
final class BisectLimits {

    /** What may be done about a batch that is refused. */
    enum Next {
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

    /** Whether a failure is the refusal of a batch for its content, which may be split. */
    static boolean concern(Request request, RequestFailure failure) {
        return failure.outcome() == Outcome.BATCH && !request.cards().isEmpty();
    }

    /** What may be done about a batch, or a part of one, that is refused for its content. Changes nothing. */
    synchronized Next next(Request request) {
        int cards = request.cards().size();
        if (inARowWithOneMore() > mostInARow(Math.max(largest, wholeSize(request)))) {
            return Next.STOP;
        }
        boolean dear = spent + attemptsOfItsOwn(request) + 2 > allowed + 2L * wholeSize(request);
        return cards < 2 || dear ? Next.FAIL : Next.SPLIT;
    }

    /** Counts a batch, or a part of one, that is refused for its content, and whether it was split. */
    synchronized void refused(Request request, boolean split) {
        inARow = inARowWithOneMore();
        flowed = flow.count();
        spent += attemptsOfItsOwn(request);
        allowed += 2L * wholeSize(request);
        largest = Math.max(largest, wholeSize(request));
        if (split) {
            probeDue |= inARow % PROBE_EVERY == 0;
            spent += 2;
        }
    }

    private int inARowWithOneMore() {
        return flow.count() == flowed ? inARow + 1 : 1;
    }

    /** What a part was asked beyond the once that splitting counted for it. */
    private static long attemptsOfItsOwn(Request request) {
        return request.isPart() ? request.attempts().count() - 1L : 0;
    }

    /** The cards of a batch that is none's part; 0 for a part, whose cards counted with the whole. */
    private static int wholeSize(Request request) {
        return request.isPart() ? 0 : request.cards().size();
    }

    /** Whether the next request is to be a batch from elsewhere rather than a part; true once each time it is due. */
    boolean takeProbe() {
        boolean due = probeDue;
        probeDue = false;
        return due;
    }

    /** As many as may be in flight, at each size from a whole batch down to a card, and the parts of one that is all bad. */
    private int mostInARow(int largest) {
        int sizes = Integer.SIZE - Integer.numberOfLeadingZeros(largest) + 1;
        return inFlight * sizes + 2 * Math.min(largest, MOST_BAD);
    }
}
