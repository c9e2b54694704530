package org.simrelay.account;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An account's circuit breaker: while hardly a call is answered, none goes out but a few that try again. */
final class Breaker {

    private static final Duration OPEN = Duration.ofSeconds(10);
    private static final long LOOK_NANOS = 50_000_000;

    private final CircuitBreaker breaker;
    private final Clock monotonic;
    private final Duration longestWait;

    /**
     * @param name for its messages
     * @param call how long a call takes at most
     * @param attempt how long an attempt takes at most that has its permit
     */
    Breaker(String name, Duration call, Duration attempt, Clock monotonic) {
        this.monotonic = monotonic;
        this.longestWait = OPEN.plus(call);
        this.breaker = CircuitBreaker.of(name, config(attempt, monotonic));
    }

    // opens when 19 of 20 calls brought nothing: a vendor that fails one call in three is asked on
    private static CircuitBreakerConfig config(Duration attempt, Clock monotonic) {
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

    /** Lets one attempt pass, which {@link #ended} must follow; false while it does not. */
    boolean tryPass() {
        return breaker.tryAcquirePermission();
    }

    /**
     * Waits until it lets one attempt pass.
     *
     * @param patient whether it waits for one that is open until it is tried again; one that is being tried always is waited for
     * @param stopped asked meanwhile: whether nobody wants to pass any more
     */
    void await(boolean patient, BooleanSupplier stopped) throws InterruptedException, BreakerOpenException {
        boolean waits = patient;
        long until = monotonic.millis() + longestWait.toMillis();
        do {
            State state = breaker.getState();
            if ((state == State.OPEN && !waits) || stopped.getAsBoolean() || monotonic.millis() > until) {
                throw new BreakerOpenException();
            }
            // once it is being tried, its answer holds: open again means that the vendor is still away
            waits &= state == State.OPEN;
            TimeUnit.NANOSECONDS.sleep(LOOK_NANOS);
        } while (!breaker.tryAcquirePermission());
    }

    /** An attempt that passed has ended. */
    void ended(AttemptEnd end) {
        switch (end) {
            case ANSWERED -> breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            case UNANSWERED -> breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("no answer"));
            case NOT_ASKED -> breaker.releasePermission();
        }
    }

    boolean isOpen() {
        return breaker.getState() == State.OPEN;
    }

    /** How long an attempt waits at most for it while it is open. */
    Duration longestWait() {
        return longestWait;
    }

    /** As sim.sweeps names it: closed, open or half_open. */
    String state() {
        return breaker.getState().name().toLowerCase(Locale.ROOT);
    }
}
