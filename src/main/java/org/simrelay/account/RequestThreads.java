package org.simrelay.account;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that the requests of an account run on, for the {@code executorService} of its polls' splits: as many as may
 * be in flight, and a few that meanwhile work on what came. Whoever only waits on one, a sweep for its next request or a
 * request for its next try, has another one put in its place.
 *
 * <p>Tasks queue, so that a thread which is done finds the next without being woken: waking one costs as much as a card. The
 * queue has no lock for which they would put each other to sleep.
 */
public final class RequestThreads extends ThreadPoolExecutor {

    private static final long IDLE_SECONDS = 30;

    private final int working;

    RequestThreads(String name, int concurrency) {
        super(
                working(concurrency),
                working(concurrency),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedTransferQueue<>(),
                daemons(name));
        this.working = working(concurrency);
        allowCoreThreadTimeOut(true);
    }

    /** Requests that may ask, wait to ask or be worked on at once: more than there are threads, so that the queue holds some. */
    public int mostAsking() {
        return 4 * working;
    }

    /** A thread is about to wait: another may run in its place. */
    public synchronized void waiting() {
        setMaximumPoolSize(getMaximumPoolSize() + 1);
        setCorePoolSize(getMaximumPoolSize());
    }

    /** The wait that was said before is over. */
    public synchronized void resumed() {
        int fewer = Math.max(working, getMaximumPoolSize() - 1);
        setCorePoolSize(fewer);
        setMaximumPoolSize(fewer);
    }

    private static int working(int concurrency) {
        return concurrency + 1;
    }

    private static java.util.concurrent.ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-requests-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
