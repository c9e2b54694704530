package org.simrelay.account;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The {@code executorService} of the one split that all sweeps share: hands each task to the threads of the account whose sweep it is.
 * The splitter's first task comes from the thread that began the sweep, any other from a thread of the account itself.
 */
public final class RequestExecutor extends AbstractExecutorService {

    private static final ThreadLocal<@Nullable Executor> BEGUN = new ThreadLocal<>();

    /** The calling thread is about to split a sweep of this account. */
    public void begin(Account account) {
        BEGUN.set(account.threads());
    }

    /** The calling thread is about to split a sweep that was not begun: the splitter finds on that thread that it has no requests. */
    public void beginNone() {
        BEGUN.set(Runnable::run);
    }

    /** @throws RejectedExecutionException where no sweep was begun on this thread */
    @Override
    public void execute(Runnable task) {
        RequestThreads own = RequestThreads.current();
        Executor threads = own == null ? BEGUN.get() : own;
        if (threads == null) {
            throw new RejectedExecutionException("no sweep was begun on this thread");
        }
        threads.execute(task);
    }

    /** The accounts' threads end by themselves when they are idle. */
    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
