package org.simrelay.cluster;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.simrelay.lifecycle.QuietWait;
import org.simrelay.lifecycle.RunningSweeps;
import org.simrelay.lifecycle.SweepEnds;

/** The running sweeps of accounts that go, on their way out. */
final class FormerSweeps {

    private final RunningSweeps running;
    private final SweepEnds ends;
    private final Clock monotonic;

    FormerSweeps(RunningSweeps running, SweepEnds ends, Clock monotonic) {
        this.running = running;
        this.ends = ends;
        this.monotonic = monotonic;
    }

    /** They send no new request, and go on where their accounts go. */
    void suspend(Collection<String> accounts, String reason) {
        accounts.forEach(account -> running.suspend(account, reason));
    }

    /** They stop, and nothing more is recorded of them. */
    void giveUp(String account) {
        running.giveUp(account, sweep -> true);
    }

    /** Waits until none runs; false when that takes longer. A process that is being stopped has waited already. */
    boolean awaitNone(Collection<String> accounts, Duration most) {
        return new QuietWait(running, monotonic).awaitNone(accounts, running.isStopping() ? Duration.ZERO : most);
    }

    /** Ends those that run still, whatever is in flight, and waits for that. */
    void end(Collection<String> accounts, Duration most) {
        for (String account : accounts) {
            running.ofAccount(account).forEach(sweep -> {
                Thread thread =
                        new Thread(() -> ends.end(sweep), "end-" + sweep.id().key());
                thread.setDaemon(true);
                thread.start();
            });
        }
        var unused = new QuietWait(running, monotonic).awaitNone(accounts, most);
    }
}
