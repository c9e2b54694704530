package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which thread takes what a task of the pool hands over, as Camel's splitter does. */
@Timeout(120)
class RequestThreadsTest {

    private final RequestThreads threads = new RequestThreads("iotbos.main", 3);
    private final RequestThreads others = new RequestThreads("cmiot.main", 3);

    @AfterEach
    void end() {
        threads.shutdownNow();
        others.shutdownNow();
    }

    private static void tells(CompletableFuture<Thread> thread) {
        thread.complete(Thread.currentThread());
    }

    private static <T> T get(CompletableFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(20, TimeUnit.SECONDS);
    }

    @Test
    void theSecondTaskThatATaskHandsOverStaysOnItsThreadAndTheFirstDoesNot() throws Exception {
        CompletableFuture<Thread> own = new CompletableFuture<>();
        CompletableFuture<Thread> first = new CompletableFuture<>();
        CompletableFuture<Thread> second = new CompletableFuture<>();
        threads.execute(() -> {
            tells(own);
            threads.execute(() -> tells(first));
            threads.execute(() -> tells(second));
            // whoever waits for the first must not be the one to run it
            first.join();
        });
        assertThat(get(first)).isNotSameAs(get(own));
        assertThat(get(second)).isSameAs(get(own));
    }

    @Test
    void aTaskThatFollowsMayHandOverToo() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1000);
        threads.execute(new Runnable() {
            @Override
            public void run() {
                if (requests.incrementAndGet() <= 1000) {
                    threads.execute(done::countDown);
                    threads.execute(this);
                }
            }
        });
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsHandedToAnotherPoolRunsThere() throws Exception {
        List<CompletableFuture<Thread>> there = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        CompletableFuture<Thread> here = new CompletableFuture<>();
        threads.execute(() -> {
            there.forEach(thread -> others.execute(() -> tells(thread)));
            threads.execute(() -> tells(here));
            here.join();
        });
        for (CompletableFuture<Thread> thread : there) {
            assertThat(get(thread).getName()).startsWith("cmiot.main-requests-");
        }
        assertThat(get(here).getName()).startsWith("iotbos.main-requests-");
    }

    @Test
    void whatStandsBehindTasksThatBreakRunsAllTheSame() throws Exception {
        CompletableFuture<Thread> behind = new CompletableFuture<>();
        threads.setThreadFactory(quiet(threads.getThreadFactory()));
        threads.execute(() -> {
            threads.execute(() -> {});
            for (int broken = 0; broken < 3; broken++) {
                threads.execute(() -> {
                    throw new IllegalStateException("broke");
                });
            }
            threads.execute(() -> tells(behind));
        });
        assertThat(get(behind).getName()).startsWith("iotbos.main-requests-");
    }

    private static ThreadFactory quiet(ThreadFactory factory) {
        return work -> {
            Thread thread = factory.newThread(work);
            thread.setUncaughtExceptionHandler((dead, thrown) -> {});
            return thread;
        };
    }
}
