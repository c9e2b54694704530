package org.simrelay.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** An account's requests in flight: each has a place among a limited number. */
final class Places {

    private static final int LOOKS = 4;
    // what a place is worth while it is free for so long, is less than the wake-ups of looking more often cost
    private static final int LOOK_NANOS = 2_000_000;

    private final int number;
    private final Semaphore free;

    Places(int number) {
        this.number = number;
        this.free = new Semaphore(number, true);
    }

    /** A place is often free again before a thread could be woken for it; only then it is waited for in turn. */
    void take() throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (free.tryAcquire()) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        free.acquire();
    }

    void giveBack() {
        free.release();
    }

    /** Who waits in turn. */
    int waiting() {
        return free.getQueueLength();
    }

    /** How many are taken. */
    int inUse() {
        return number - free.availablePermits();
    }

    int number() {
        return number;
    }
}
