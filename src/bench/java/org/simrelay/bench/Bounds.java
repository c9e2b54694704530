package org.simrelay.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends a benchmark that nobody waits for any more, or that does not end. */
public final class Bounds {

    private Bounds() {}

    /** Nothing may go on measuring for nobody: this process ends with Maven's, and after so long in any case. */
    public static void keep(Duration most) {
        ProcessHandle.current().parent().ifPresent(Bounds::endWith);
        CompletableFuture.delayedExecutor(most.toSeconds(), TimeUnit.SECONDS).execute(() -> tooLong(most));
    }

    private static void tooLong(Duration most) {
        System.err.println("the benchmark has not ended within " + most.toMinutes() + " minutes");
        System.exit(1);
    }

    private static void endWith(ProcessHandle parent) {
        var unused = parent.onExit().thenRun(() -> System.exit(1));
    }
}
