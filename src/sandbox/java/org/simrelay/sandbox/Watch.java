package org.simrelay.sandbox;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.simrelay.sandbox.view.RecordReader;
import org.simrelay.sandbox.view.View;

/** Shows records until it is told to stop, the time is over or the service ends; then ends all parts. */
final class Watch {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration STOP = SandboxParts.SERVICE_STOP.plusSeconds(20);
    private static final Duration LAST_RECORDS = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(45);
    private static final int LOG_LINES = 20;

    private final SandboxParts parts;
    private final View view;
    private final PrintStream out;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private boolean hinted;

    Watch(SandboxParts parts, View view, PrintStream out) {
        this.parts = parts;
        this.view = view;
        this.out = out;
    }

    /** For the JVM's end, while {@link #run} is at work in another thread: makes it stop, and waits for it. */
    void stopAndWait() {
        stopping = true;
        try {
            boolean unused = ended.await(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs to the end.
     *
     * @param bound how long to show; zero for no bound
     * @return the exit code: 0, or 1 if the service ended by itself
     */
    int run(Duration bound) {
        boolean died;
        try {
            try (RecordReader reader = new RecordReader(parts.broker().bootstrapServers())) {
                long end = bound.isZero() ? Long.MAX_VALUE : bound.toNanos();
                long start = System.nanoTime();
                // a reader of our output that has gone away (| head) ends it too
                while (!stopping && parts.service().isAlive() && System.nanoTime() - start < end && !out.checkError()) {
                    view.show(reader.poll(POLL));
                    hint(System.nanoTime() - start);
                }
                died = !stopping && !parts.service().isAlive();
                if (died) {
                    int code = parts.service().process().exitValue();
                    out.println("\nthe service has ended by itself, exit code " + code
                            + "; the last lines of its log:\n" + parts.service().logTail(LOG_LINES));
                } else {
                    stopService(reader);
                }
            }
            parts.close();
            view.close();
        } finally {
            ended.countDown();
        }
        return died ? 1 : 0;
    }

    /** A viewer that shows nothing for long should say why it may be. */
    private void hint(long nanos) {
        if (!hinted && !view.hasSeen() && nanos > QUIET.toNanos()) {
            hinted = true;
            out.println("nothing published so far; the service's log may tell why: "
                    + parts.workplace().serviceLog());
        }
    }

    /** SIGTERM, and goes on showing what the service still has to say. */
    private void stopService(RecordReader reader) {
        out.println("\nstopping the service …");
        parts.service().process().destroy();
        long start = System.nanoTime();
        while (parts.service().isAlive() && System.nanoTime() - start < SandboxParts.SERVICE_STOP.toNanos()) {
            view.show(reader.poll(POLL));
        }
        if (parts.service().isAlive()) {
            out.println("it did not end within " + SandboxParts.SERVICE_STOP.toSeconds() + " s and is killed");
            parts.service().kill();
        }
        view.show(reader.poll(LAST_RECORDS));
    }
}
