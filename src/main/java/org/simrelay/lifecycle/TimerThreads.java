package org.simrelay.lifecycle;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.spi.ThreadPool;

/**
 * The threads that polls sweep on, one for each that is due. Quartz's own pool has a fixed number: with as many sweeps running,
 * the next poll that is due would wait without a word. Here threads come as they are needed and go when they have been idle.
 */
public final class TimerThreads implements ThreadPool {

    /** Far above the number of polls, since each has one sweep and the ticks that it skips are short. */
    private static final int MOST = 512;

    private static final int MOST_WAIT_SECONDS = 20;

    private final AtomicInteger count = new AtomicInteger();
    private final Semaphore free = new Semaphore(MOST);
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MOST,
            60,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> new Thread(task, "timer-" + count.incrementAndGet()));

    @Override
    public boolean runInThread(Runnable task) {
        if (!free.tryAcquire()) {
            return false;
        }
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    free.release();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            free.release();
            return false;
        }
    }

    @Override
    public int blockForAvailableThreads() {
        free.acquireUninterruptibly();
        free.release();
        return Math.max(1, free.availablePermits());
    }

    @Override
    public void initialize() {
        // threads come as they are needed
    }

    @Override
    public void shutdown(boolean waitForJobsToComplete) {
        threads.shutdown();
        if (!waitForJobsToComplete) {
            return;
        }
        try {
            if (!threads.awaitTermination(MOST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int getPoolSize() {
        return MOST;
    }

    @Override
    public void setInstanceId(String id) {
        // one scheduler a process
    }

    @Override
    public void setInstanceName(String name) {
        // one scheduler a process
    }
}
