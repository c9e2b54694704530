package org.simrelay.jvm;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when memory has run out: which thread that hit, and what it left half done, nobody can know. The next start
 * resumes. Seen where a thread dies of it, where a step of a route does, and where a library logs that it swallowed it.
 */
public final class OutOfMemory {

    /** Read before memory runs out. */
    static final int EXIT = RetryExit.code();

    private static final int MOST_CAUSES = 20;
    private static final OutOfMemory PROCESS = new OutOfMemory(Runtime.getRuntime()::halt);

    private final IntConsumer halt;

    OutOfMemory(IntConsumer halt) {
        this.halt = halt;
    }

    /** From now on the process ends when a thread dies of it, or when it is logged; a handler that was set before is still called. */
    public static void watch() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            PROCESS.look(thrown);
            if (before != null) {
                before.uncaughtException(thread, thrown);
            } else {
                LoggerFactory.getLogger(OutOfMemory.class).error("thread {} died", thread.getName(), thrown);
            }
        });
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            Swallowed swallowed = new Swallowed();
            swallowed.setContext(root.getLoggerContext());
            swallowed.start();
            root.addAppender(swallowed);
        }
    }

    /** Ends the process if this is, or was caused by, memory that ran out; does nothing otherwise. */
    public static void endIfCausedBy(@Nullable Throwable thrown) {
        PROCESS.look(thrown);
    }

    void look(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (cause instanceof OutOfMemoryError) {
                end(cause);
                return;
            }
            cause = cause.getCause();
        }
    }

    private void end(Throwable why) {
        try {
            System.err.println("simrelay ends, memory has run out (" + why
                    + "): give it more (java -Xmx), or ask for fewer cards at once; the next start resumes");
            System.err.flush();
        } finally {
            halt.accept(EXIT);
        }
    }

    private static final class Swallowed extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
                endIfCausedBy(proxy.getThrowable());
            }
        }
    }
}
