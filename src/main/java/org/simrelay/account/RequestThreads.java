package org.simrelay.account;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that the requests of an account run on, for the {@code executorService} of its polls' splits: as many as may
 * be in flight, and a few that meanwhile work on what came. Whoever only waits on one, a sweep for its next request or a
 * request for its next try, has another one put in its place.
 *
 * <p>Tasks queue, so that a thread which is done finds the next without being woken: waking one costs as much as a card. The
 * queue has no lock for which they would put each other to sleep.
 *
 * <p>The splitter's own task hands over one request, then itself again (Camel 4.18, MulticastReactiveTask). The second stays on
 * its thread: behind the requests it would find the queue empty each time, and threads asleep.
 */
public final class RequestThreads extends ThreadPoolExecutor {

    private static final long IDLE_SECONDS = 30;

    private final int working;

    RequestThreads(String name, int concurrency) {
        super(working(concurrency), working(concurrency), IDLE_SECONDS, TimeUnit.SECONDS, new LinkedTransferQueue<>());
        AtomicInteger count = new AtomicInteger();
        setThreadFactory(work -> new RequestThread(this, work, name + "-requests-" + count.incrementAndGet()));
        this.working = working(concurrency);
        allowCoreThreadTimeOut(true);
    }

    /** The threads that the calling thread is one of; null where it is none of any account's. */
    static @Nullable RequestThreads current() {
        return Thread.currentThread() instanceof RequestThread own ? own.pool : null;
    }

    /** The first task that a task of this pool hands over is queued, any further one follows on the same thread. */
    @Override
    public void execute(Runnable task) {
        if (!(Thread.currentThread() instanceof RequestThread own && own.keeps(this, task))) {
            super.execute(task);
        }
    }

    @Override
    protected void afterExecute(Runnable done, @Nullable Throwable thrown) {
        if (Thread.currentThread() instanceof RequestThread own) {
            Runnable next = own.next();
            try {
                for (; next != null; next = own.next()) {
                    next.run();
                }
            } finally {
                // one that broke takes its thread with it, and not those behind it
                for (next = own.next(); next != null; next = own.next()) {
                    super.execute(next);
                }
            }
        }
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

    private static final class RequestThread extends Thread {

        private final RequestThreads pool;
        private final Deque<Runnable> kept = new ArrayDeque<>();
        private boolean handedOver;

        RequestThread(RequestThreads pool, Runnable work, String name) {
            super(work, name);
            this.pool = pool;
            setDaemon(true);
        }

        /** Whether it runs the task itself, behind the one it is at. */
        boolean keeps(RequestThreads asked, Runnable task) {
            if (asked != pool || !handedOver) {
                handedOver |= asked == pool;
                return false;
            }
            return kept.add(task);
        }

        @Nullable Runnable next() {
            handedOver = false;
            return kept.poll();
        }
    }
}
