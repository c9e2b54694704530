package org.simrelay.sweep;

/** What has become of the cards of a request. Written by one thread at a time. */
public final class CardTally {

    private int published;
    private int failed;
    private int unchanged;
    private boolean suspended;
    private boolean unread;

    CardTally() {}

    /** So many more were acknowledged by Kafka, or are in sim.failures. */
    public void done(int morePublished, int moreFailed) {
        published += morePublished;
        failed += moreFailed;
    }

    /** So many more need no event: their last one says the same. */
    public void unchanged(int more) {
        unchanged += more;
    }

    /** Cards that Kafka acknowledged. */
    public int published() {
        return published;
    }

    /** Cards that are in sim.failures. */
    public int failed() {
        return failed;
    }

    /** Cards whose last event says the same. */
    public int unchanged() {
        return unchanged;
    }

    /** The request is suspended: the next run asks it again. */
    public void suspend() {
        suspended = true;
    }

    /** Whether the next run asks it again. */
    public boolean isSuspended() {
        return suspended;
    }

    /** The request stays unread after its attempts, and a failure says so. */
    public void unread() {
        unread = true;
    }

    /** Whether it stays unread. */
    public boolean isUnread() {
        return unread;
    }
}
