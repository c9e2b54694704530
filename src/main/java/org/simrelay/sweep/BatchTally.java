package org.simrelay.sweep;

/**
 * What has become of a batch: of the request for it, and of those that came of it. The lock of its sweep's queue guards it.
 */
public final class BatchTally {

    private final long number;
    private int open = 1;
    private long published;
    private long failed;
    private long unchanged;
    private boolean suspended;

    /** @param number of the batch, from 1 */
    BatchTally(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    /** One more request asks for cards of the batch; to be said before the one that it came of is finished. */
    public void opened() {
        open++;
    }

    /** A request for cards of the batch is finished. */
    public void finished(CardTally cards) {
        open--;
        published += cards.published();
        failed += cards.failed();
        unchanged += cards.unchanged();
        suspended |= cards.isSuspended();
    }

    /** Whether all its requests are finished, and none is left to the next run. */
    public boolean isDone() {
        return open == 0 && !suspended;
    }

    /** How far a sweep has come that had come this far before, once this batch is done, too. */
    public Progress after(Progress before) {
        return new Progress(
                before.fingerprint(),
                number,
                before.published() + published,
                before.failed() + failed,
                before.unchanged() + unchanged);
    }
}
