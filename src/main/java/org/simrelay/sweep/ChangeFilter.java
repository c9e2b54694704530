package org.simrelay.sweep;

/** Which cards of a sweep are to be published, where its poll publishes changes only. Thread-safe. */
public final class ChangeFilter {

    private final PublishedValues last;
    private final boolean all;
    private volatile boolean closed;

    /**
     * For one sweep.
     *
     * @param last what was acknowledged before, and is from now on
     * @param all whether it publishes what has not changed too
     */
    public ChangeFilter(PublishedValues last, boolean all) {
        this.last = last;
        this.all = all;
    }

    /** Whether the value is to be published; until it is acknowledged nothing is known of the card, since Kafka may have it or not. */
    public boolean isDue(String card, byte[] value) {
        if (!all && last.isLast(card, value)) {
            return false;
        }
        last.forget(card);
        return true;
    }

    /** The card has another event, which says that it has left: whatever it says when it comes back is published. */
    public void left(String card) {
        last.forget(card);
    }

    /** Kafka has acknowledged this value of the card. */
    public void acknowledged(String card, byte[] value) {
        if (!closed) {
            last.acknowledged(card, value);
        }
    }

    /** The sweep is over: what is acknowledged later stays unknown. */
    public void close() {
        closed = true;
    }
}
