package org.simrelay.account;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Pace and concurrency of one account over all its polls. */
public final class Gate {

    private final Semaphore places;
    private final Bucket pace;
    private final int concurrency;

    /**
     * @param perSecond requests a second, above zero
     * @param concurrency requests in flight at once
     */
    Gate(double perSecond, int concurrency) {
        this.concurrency = concurrency;
        this.places = new Semaphore(concurrency, true);
        // a request a refill keeps the stream even; a burst is at most what one refill of 20 ms brings
        long burst = Math.max(1, Math.round(perSecond / 50));
        Duration refill = Duration.ofNanos(Math.round(burst * 1_000_000_000d / perSecond));
        this.pace = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, refill))
                .build();
    }

    /** Waits for a place and for the pace; every enter is followed by one {@link #leave}. */
    public void enter() throws InterruptedException {
        places.acquire();
        try {
            pace.asBlocking().consume(1);
        } catch (InterruptedException e) {
            places.release();
            throw e;
        }
    }

    /** Gives the place back. */
    public void leave() {
        places.release();
    }

    /** Requests in flight at once. */
    public int concurrency() {
        return concurrency;
    }
}
