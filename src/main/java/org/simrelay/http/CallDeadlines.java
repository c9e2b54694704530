package org.simrelay.http;

import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts calls that take longer than they may, whatever they are at: connecting, TLS, headers that drip, a body. HttpClient bounds each
 * of its steps, and each byte, but not all of them together. One thread looks at all calls, five times a second: a timer for each
 * would cost a call more.
 */
public final class CallDeadlines implements Runnable {

    /** How often the calls are to be looked at. */
    public static final int LOOK_MILLIS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(CallDeadlines.class);

    private final Clock monotonic;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();

    public CallDeadlines(Clock monotonic) {
        this.monotonic = monotonic;
    }

    /**
     * A call begins.
     *
     * @param most how long it may take, to the end of its body
     * @param cut breaks it off, from another thread
     */
    Call begin(Timeout most, Runnable cut) {
        Call call = new Call(most, cut);
        calls.add(call);
        return call;
    }

    /** Looks at all calls once. */
    @Override
    public void run() {
        long now = monotonic.millis();
        for (Call call : calls) {
            try {
                call.cutIfLate(now);
            } catch (RuntimeException e) {
                // the timer would look no more, at any of them
                LOG.error("a call that took too long could not be cut", e);
            }
        }
    }

    /** One call, until it ends. */
    final class Call {

        private final Timeout most;
        private final long until;
        private final Runnable cut;
        private boolean late;
        private boolean ended;

        private Call(Timeout most, Runnable cut) {
            this.most = most;
            this.until = most.isEnabled() ? monotonic.millis() + most.toMilliseconds() : Long.MAX_VALUE;
            this.cut = cut;
        }

        private synchronized void cutIfLate(long now) {
            if (!ended && !late && now > until) {
                late = true;
                cut.run();
            }
        }

        /** It is over, and its connection may serve another. */
        void end() {
            synchronized (this) {
                ended = true;
            }
            calls.remove(this);
        }

        /** Whether its time is over. */
        synchronized boolean isLate() {
            return late || monotonic.millis() > until;
        }

        /** @throws SocketTimeoutException when its time is over */
        void inTime() throws SocketTimeoutException {
            if (isLate()) {
                throw late(null);
            }
        }

        /** What to throw where its time is over, in place of what came of the cut. */
        SocketTimeoutException late(@Nullable Throwable cause) {
            SocketTimeoutException timeout =
                    new SocketTimeoutException("the reply was not whole after " + most.toMilliseconds() / 1000d + " s");
            if (cause != null) {
                timeout.initCause(cause);
            }
            return timeout;
        }
    }
}
