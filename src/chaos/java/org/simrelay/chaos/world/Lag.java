package org.simrelay.chaos.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How late this machine wakes who sleeps: where that is much, what was late proves nothing against the service. */
public final class Lag implements AutoCloseable {
    private static final long SLEEP = TimeUnit.MILLISECONDS.toNanos(50);

    private final Queue<Late> lates = new ConcurrentLinkedQueue<>();
    private final AtomicLong sum = new AtomicLong();
    private volatile boolean closed;

    /** Who slept was woken so much too late at this moment. */
    private record Late(Instant at, Duration by) {}

    public Lag() {
        Thread thread = new Thread(this::measure, "lag");
        thread.setDaemon(true);
        thread.start();
    }

    /** The sum of all that came late by more than 50 ms, so far. */
    public Duration sum() {
        return Duration.ofNanos(sum.get());
    }

    /** The sum of what came late from one moment to another. */
    public Duration between(Instant from, Instant to) {
        return lates.stream()
                .filter(late -> !late.at().isBefore(from) && !late.at().isAfter(to))
                .map(Late::by)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void measure() {
        try {
            while (!closed) {
                long from = System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(SLEEP);
                long late = System.nanoTime() - from - SLEEP;
                if (late > SLEEP) {
                    sum.addAndGet(late);
                    lates.add(new Late(Instant.now(), Duration.ofNanos(late)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
