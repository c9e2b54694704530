package org.simrelay.account;

import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Pace, concurrency, daily budget and breaker of one account over all its polls. */
public final class Gate {

    // opens when 19 of 20 calls brought nothing: a vendor that fails one call in three is asked on
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(20)
            .failureRateThreshold(95)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .permittedNumberOfCallsInHalfOpenState(2)
            .build();

    private static final int LOOKS = 4;
    // what a place is worth while it is free for so long, is less than the wake-ups of looking more often cost
    private static final int LOOK_NANOS = 2_000_000;

    private final Semaphore places;
    private final Bucket pace;
    private final int concurrency;
    private final double perSecond;
    private final CircuitBreaker breaker;
    private final Budget budget;

    /**
     * @param name for the breaker's messages
     * @param perSecond requests a second, above zero
     * @param concurrency requests in flight at once
     */
    Gate(String name, double perSecond, int concurrency, Budget budget) {
        this.perSecond = perSecond;
        this.budget = budget;
        this.concurrency = concurrency;
        this.breaker = CircuitBreaker.of(name, BREAKER);
        this.places = new Semaphore(concurrency, true);
        // a request a refill keeps the stream even; a burst is at most what one refill of 20 ms brings
        long burst = Math.max(1, Math.round(perSecond / 50));
        Duration refill = Duration.ofNanos(Math.round(burst * 1_000_000_000d / perSecond));
        this.pace = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, refill))
                .build();
    }

    /**
     * Waits for a place and for the pace.
     *
     * @throws CallNotPermittedException while the breaker is open
     * @throws BudgetSpentException when no request is left today
     */
    void enter() throws InterruptedException, BudgetSpentException {
        breaker.acquirePermission();
        boolean placed = false;
        boolean entered = false;
        try {
            takePlace();
            placed = true;
            spend();
            entered = true;
        } finally {
            if (!entered) {
                breaker.releasePermission();
                if (placed) {
                    places.release();
                }
            }
        }
    }

    /**
     * Waits for the pace alone, for a call in the name of one that has a place.
     *
     * @throws CallNotPermittedException while the breaker is open
     * @throws BudgetSpentException when no request is left today
     */
    void pass() throws InterruptedException, BudgetSpentException {
        breaker.acquirePermission();
        boolean passed = false;
        try {
            spend();
            passed = true;
        } finally {
            if (!passed) {
                breaker.releasePermission();
            }
        }
    }

    /** A place is often free again before a thread could be woken for it; only then it is waited for in turn. */
    private void takePlace() throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (places.tryAcquire()) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(LOOK_NANOS);
        }
        places.acquire();
    }

    private void spend() throws InterruptedException, BudgetSpentException {
        pace.asBlocking().consume(1);
        if (!budget.take()) {
            throw new BudgetSpentException("the daily budget of " + budget.perDay() + " requests is spent");
        }
    }

    /** Gives back what {@link #enter} gave, for a request that does not go out after all. */
    void turnBack() {
        places.release();
        breaker.releasePermission();
        budget.giveBack();
    }

    /** What the account may send a day. */
    public Budget budget() {
        return budget;
    }

    /** The vendor answered, be it with a refusal. */
    public void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** The vendor did not answer, or with an error that is its own. */
    public void failed(Throwable why) {
        breaker.onError(0, TimeUnit.NANOSECONDS, why);
    }

    /** The breaker's state as sim.sweeps names it: closed, open or half_open. */
    public String breaker() {
        return breaker.getState().name().toLowerCase(Locale.ROOT);
    }

    /** Gives the place back. */
    public void leave() {
        places.release();
    }

    /** Requests in flight at once. */
    public int concurrency() {
        return concurrency;
    }

    /** Requests a second. */
    public double perSecond() {
        return perSecond;
    }
}
