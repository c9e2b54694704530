package org.simrelay.lifecycle;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.simrelay.account.Account;
import org.simrelay.account.RetryWaits;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;

/**
 * Says of each account when its vendor does not answer, and once when it does again, however many requests wait. What is no answer
 * is what the breaker takes for none. Thread-safe.
 */
public final class VendorSilence implements SweepListener, Runnable {

    private final RetryWaits waits;
    private final Map<String, AccountSilence> accounts = new ConcurrentHashMap<>();

    public VendorSilence(RetryWaits waits) {
        this.waits = waits;
    }

    /** Looks whether a silence is long enough to be said; to be called once a second. */
    @Override
    public void run() {
        accounts.values().forEach(AccountSilence::look);
    }

    private AccountSilence of(Sweep sweep) {
        Account account = sweep.account();
        return accounts.computeIfAbsent(
                account.id(), id -> new AccountSilence(id, waits.maxAttempts(account.vendor()), account.monotonic()));
    }

    @Override
    public void begun(Sweep sweep, boolean resumed) {
        if (sweep.preview() == null) {
            of(sweep).begun(sweep);
        }
    }

    @Override
    public void attemptBegun(Sweep sweep, Request request) {
        if (sweep.preview() == null) {
            of(sweep).asked(sweep, request);
        }
    }

    @Override
    public void attemptDone(Sweep sweep, Request request, Outcome outcome, Duration took) {
        if (sweep.preview() == null && isAnswer(outcome, request)) {
            of(sweep).answered(request);
        }
    }

    private static boolean isAnswer(Outcome outcome, Request request) {
        if (outcome != Outcome.TRANSIENT && outcome != Outcome.UNKNOWN) {
            return true;
        }
        RequestFailure last = request.attempts().lastFailure();
        return last != null && (last.unreadable() != null || RequestFailure.FAULT.equals(last.code()));
    }

    @Override
    public void requestDone(Sweep sweep, Request request) {
        if (sweep.preview() == null) {
            of(sweep).finished(request);
        }
    }

    @Override
    public void ended(Sweep sweep, SweepEnd end) {
        of(sweep).over(sweep);
    }

    @Override
    public void suspended(Sweep sweep) {
        of(sweep).over(sweep);
    }

    @Override
    public void lost(Sweep sweep) {
        of(sweep).over(sweep);
    }
}
