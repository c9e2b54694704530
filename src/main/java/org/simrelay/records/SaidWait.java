package org.simrelay.records;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits within a bound for what becomes of entries that were said. */
final class SaidWait {

    private static final long MOST_SECONDS = 20;

    private SaidWait() {}

    /** What became of them within 20 s; what is not committed then may follow. */
    static Said within(CompletableFuture<Said> said) {
        try {
            return said.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Said.NOT_YET;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Said.NOT_YET;
        }
    }
}
