package org.simrelay.sweep;

import java.util.concurrent.atomic.AtomicLong;

/** What a sweep counts; cards are counted once each. */
public final class Counts {

    /** Cards that Kafka acknowledged. */
    public final AtomicLong published = new AtomicLong();
    /** Cards in sim.failures. */
    public final AtomicLong failed = new AtomicLong();
    /** Failure records; a page that was never read has one though its cards are not known. */
    public final AtomicLong failures = new AtomicLong();
    /** Failure records that cannot say how many cards they are about. */
    public final AtomicLong unknown = new AtomicLong();

    /** Cards seen again and not published again. */
    public final AtomicLong duplicates = new AtomicLong();
    /** Cards in replies that nobody asked for. */
    public final AtomicLong strays = new AtomicLong();
    /** HTTP calls: first tries, retries and logins. */
    public final AtomicLong requests = new AtomicLong();
    /** HTTP calls that asked again. */
    public final AtomicLong retries = new AtomicLong();
    /** HTTP calls that logged in. */
    public final AtomicLong logins = new AtomicLong();

    /** So many more failure records, about so many cards. */
    public void failed(long records, long cards) {
        failures.addAndGet(records);
        failed.addAndGet(cards);
    }
}
