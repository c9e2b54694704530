package org.simrelay.account;

import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Pace, concurrency, daily budget and breaker of one account over all its polls: what an attempt needs of them is one {@link Permit}. */
public final class Gate {

    private static final Duration OPEN = Duration.ofSeconds(10);

    private static final int ROUNDS = 2;
    private static final int LOOKS = 4;
    // what a place is worth while it is free for so long, is less than the wake-ups of looking more often cost
    private static final int LOOK_NANOS = 2_000_000;
    private static final long BREAKER_LOOK_NANOS = 50_000_000;
    // within so long calls may go out together: a refill brings as many
    private static final long REFILL_MILLIS = 20;

    private final Semaphore places;
    private final Bucket pace;
    private final int concurrency;
    private final double perSecond;
    private final CircuitBreaker breaker;
    private final Budget budget;
    private final Clock monotonic;
    private final Duration breakerWait;

    /**
     * @param name for the breaker's messages
     * @param perSecond requests a second, above zero
     * @param concurrency requests in flight at once
     * @param call how long a call takes at most
     * @param attempt how long an attempt takes at most that has its permit
     */
    Gate(
            String name,
            double perSecond,
            int concurrency,
            Budget budget,
            Duration call,
            Duration attempt,
            Clock monotonic) {
        this.perSecond = perSecond;
        this.budget = budget;
        this.concurrency = concurrency;
        this.monotonic = monotonic;
        this.breakerWait = OPEN.plus(call);
        this.breaker = CircuitBreaker.of(name, breakerConfig(attempt, monotonic));
        this.places = new Semaphore(concurrency, true);
        // a request a refill keeps the stream even; a burst is at most what one refill of 20 ms brings
        long burst = Math.max(1, Math.round(perSecond * REFILL_MILLIS / 1000d));
        Duration refill = Duration.ofNanos(Math.round(burst * 1_000_000_000d / perSecond));
        this.pace = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, refill))
                // by the machine's clock, one that was set back would bring no more refills until it is past again
                .withNanosecondPrecision()
                .build();
    }

    // opens when 19 of 20 calls brought nothing: a vendor that fails one call in three is asked on
    private static CircuitBreakerConfig breakerConfig(Duration attempt, Clock monotonic) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(95)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(2)
                // a net: trial calls whose threads hang where nothing bounds them, such as the name service
                .maxWaitDurationInHalfOpenState(attempt)
                .clock(monotonic)
                .build();
    }

    /**
     * Waits for what an attempt needs: the breaker's permission, a place, a unit of the budget, and the pace.
     *
     * @param patient whether an open breaker is waited for until it is tried again; one that is being tried always is
     * @param stopped asked while the breaker is waited for: whether nobody wants the permit any more
     * @throws BreakerOpenException when the breaker does not let it pass
     * @throws BudgetSpentException when no request is left today
     */
    public Permit acquirePermit(boolean patient, BooleanSupplier stopped)
            throws InterruptedException, BreakerOpenException, BudgetSpentException {
        boolean waited = false;
        for (int round = 0; round < ROUNDS; round++) {
            if (!breaker.tryAcquirePermission()) {
                awaitBreaker(patient && !waited, stopped);
                waited = true;
            }
            Permit permit = new Permit(this, budget, waited);
            boolean whole = false;
            try {
                takePlace();
                permit.placed();
                // it may have opened while the place was waited for
                if (breaker.getState() != State.OPEN) {
                    permit.reserve();
                    permit.paced(acquirePace());
                    whole = true;
                    return permit;
                }
            } finally {
                if (!whole) {
                    permit.cancel();
                }
            }
        }
        throw new BreakerOpenException();
    }

    /** Waits for the pace; gives when its turn came, by the monotonic clock. */
    long acquirePace() throws InterruptedException {
        pace.asBlocking().consume(1);
        return monotonic.millis();
    }

    /** Right before a call goes out: where its turn is so long over that others may go out with it, it waits for another. */
    void keepPace(long pacedAt) throws InterruptedException {
        if (monotonic.millis() - pacedAt > REFILL_MILLIS) {
            var unusedTurn = acquirePace();
        }
    }

    private void awaitBreaker(boolean patient, BooleanSupplier stopped)
            throws InterruptedException, BreakerOpenException {
        boolean waits = patient;
        long until = monotonic.millis() + breakerWait.toMillis();
        do {
            State state = breaker.getState();
            if ((state == State.OPEN && !waits) || stopped.getAsBoolean() || monotonic.millis() > until) {
                throw new BreakerOpenException();
            }
            // once it is being tried, its answer holds: open again means that the vendor is still away
            waits &= state == State.OPEN;
            TimeUnit.NANOSECONDS.sleep(BREAKER_LOOK_NANOS);
        } while (!breaker.tryAcquirePermission());
    }

    /** A place is often free again before a thread could be woken for it; only then it is waited for in turn. */
    private void takePlace() throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (places.tryAcquire()) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        places.acquire();
    }

    /** An attempt has ended: gives its place back, and tells the breaker of it. */
    void released(Permit.End end, boolean placed) {
        if (placed) {
            places.release();
        }
        switch (end) {
            case ANSWERED -> breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            case UNANSWERED -> breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("no answer"));
            case NOT_ASKED -> breaker.releasePermission();
        }
    }

    /** What the account may send a day. */
    public Budget budget() {
        return budget;
    }

    /** The breaker's state as sim.sweeps names it: closed, open or half_open. */
    public String breaker() {
        return breaker.getState().name().toLowerCase(Locale.ROOT);
    }

    /** How long an attempt waits at most for a breaker that is open. */
    Duration breakerWait() {
        return breakerWait;
    }

    /** Attempts that wait for a place. */
    int waiting() {
        return places.getQueueLength();
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
