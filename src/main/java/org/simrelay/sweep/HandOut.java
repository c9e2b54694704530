package org.simrelay.sweep;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until a request of a sweep may go out, but not for ever: where nothing moves in the sweep any more, it stops. */
final class HandOut {

    private static final Logger LOG = LoggerFactory.getLogger(HandOut.class);

    private static final int LOOK_MILLIS = 1000;

    private final Sweep sweep;
    private final WaitingRequests waiting;
    private final InFlightWindow inFlight;
    private final int mostAsked;
    private final Object lock;
    private volatile boolean still;

    /** @param lock that guards the others, and is notified when a request may go out */
    HandOut(Sweep sweep, WaitingRequests waiting, InFlightWindow inFlight, int mostAsked, Object lock) {
        this.sweep = sweep;
        this.waiting = waiting;
        this.inFlight = inFlight;
        this.mostAsked = mostAsked;
        this.lock = lock;
    }

    /**
     * The next request, in flight from here on; null where all are finished, the queue was closed, or nothing has moved in the
     * sweep for longer than any wait of its settings.
     */
    @Nullable Request take(BooleanSupplier isClosed) {
        synchronized (lock) {
            Request request = free();
            boolean interrupted = false;
            while (request == null && mayCome() && !isClosed.getAsBoolean()) {
                try {
                    lock.wait(patience());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                request = free();
                if (request == null && !isClosed.getAsBoolean() && stopIfStill()) {
                    break;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (request != null) {
                inFlight.handOut(request);
                sweep.pulse().moved();
            }
            return request;
        }
    }

    /** Something moved in the sweep: who waits is woken, where enough may go out again. Its caller holds the lock. */
    void moved() {
        sweep.pulse().moved();
        if (inFlight.isRefillDue()) {
            lock.notifyAll();
        }
    }

    /** Whether there may be one after this: of what is in flight, or of what waits for its time. */
    private boolean mayCome() {
        return inFlight.size() > 0 || (!sweep.stopped() && waiting.millisToLater() >= 0);
    }

    private long patience() {
        long later = waiting.millisToLater();
        return later < 0 ? LOOK_MILLIS : Math.max(1, Math.min(LOOK_MILLIS, later));
    }

    private @Nullable Request free() {
        return sweep.stopped() || inFlight.isFull() ? null : waiting.poll();
    }

    private boolean stopIfStill() {
        Account account = sweep.account();
        int others = Math.max(0, account.inFlightBytes().sweeps() - 1);
        Duration most = account.patience().withoutMove((long) others * mostAsked, account.gate());
        still = inFlight.size() > 0 && sweep.pulse().still().compareTo(most) > 0;
        if (still) {
            sweep.stop("nothing has moved for " + most.toSeconds() + " s, and " + inFlight.size()
                    + " requests that were handed out have not come back");
            LOG.error("{}: {}", sweep, sweep.stopReason());
        }
        return still;
    }

    /** Whether the sweep stopped because nothing moved in it any more. */
    boolean isStill() {
        return still;
    }
}
