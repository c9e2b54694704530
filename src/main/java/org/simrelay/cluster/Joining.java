package org.simrelay.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.simrelay.config.Causes;
import org.simrelay.config.SettingsException;

/** Whether the group has said for the first time what is this process's. Thread-safe. */
final class Joining {

    private final CompletableFuture<Void> joined = new CompletableFuture<>();

    /** It has. */
    void done() {
        joined.complete(null);
    }

    /** This process can be no member; has no effect once it has been one. */
    void failed(String why) {
        joined.completeExceptionally(new SettingsException(why));
    }

    /** Whether either was said. */
    boolean isDone() {
        return joined.isDone();
    }

    /**
     * Waits for it.
     *
     * @return false when that takes longer than the bound
     * @throws SettingsException where it can be no member
     */
    boolean await(Duration most) {
        try {
            joined.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while waiting for the group");
        } catch (ExecutionException e) {
            throw new SettingsException(Causes.of(e));
        }
    }
}
