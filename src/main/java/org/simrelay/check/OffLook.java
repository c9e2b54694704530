package org.simrelay.check;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A look at {@link OffFiles} on a thread of its own, since it takes a tenth of a whole check and what is on need not wait for it. */
final class OffLook {

    private static final long MOST_SECONDS = 30;

    private final FutureTask<List<String>> look;

    private OffLook(RouteSet on) {
        this.look = new FutureTask<>(() -> new OffFiles(on).doubtful());
    }

    static OffLook begin(RouteSet on) {
        OffLook begun = new OffLook(on);
        Thread thread = new Thread(begun.look, "check-off");
        thread.setDaemon(true);
        thread.start();
        return begun;
    }

    /** What it found, to warn of. */
    List<String> end() {
        try {
            return look.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return List.of(
                    "the files of what is off could not be looked at in " + MOST_SECONDS + " s; run check again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
