package org.simrelay.bench.program;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.simrelay.bench.program.FloorQuery.Answers;

/** As many threads as requests may be in flight: each asks, and reads the reply itself. */
final class FloorThreads {

    private final int concurrency;
    private final ExecutorService threads;

    FloorThreads(int concurrency) {
        this.concurrency = concurrency;
        this.threads = Executors.newFixedThreadPool(concurrency);
    }

    /**
     * Asks all.
     *
     * @param answers makes what takes the replies of one thread
     */
    void ask(Supplier<@Nullable String> paths, FloorHttp http, Callable<Answers> answers) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            running.add(threads.submit(() -> {
                Answers own = answers.call();
                for (String path = paths.get(); path != null; path = paths.get()) {
                    own.take(http.get(path));
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
    }
}
