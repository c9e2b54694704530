package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long the vendor has left the requests of one account without an answer. Thread-safe. */
final class AccountSilence {

    private static final Logger LOG = LoggerFactory.getLogger(AccountSilence.class);
    private static final Duration TOLD_AFTER = Duration.ofSeconds(10);
    private static final long NONE = Long.MIN_VALUE;

    private final String account;
    private final int maxAttempts;
    private final Clock monotonic;
    private final Set<Sweep> running = new HashSet<>();
    private final Map<Request, Sweep> unanswered = new LinkedHashMap<>();
    private long since = NONE;
    private boolean told;

    /** @param account as settings name it */
    AccountSilence(String account, int maxAttempts, Clock monotonic) {
        this.account = account;
        this.maxAttempts = maxAttempts;
        this.monotonic = monotonic;
    }

    synchronized void begun(Sweep sweep) {
        running.add(sweep);
    }

    /** An attempt goes out. */
    synchronized void asked(Sweep sweep, Request request) {
        unanswered.put(request, sweep);
        if (since == NONE) {
            since = monotonic.millis();
        }
    }

    /** The vendor answered this one; those that still wait have done so since now at the longest, as far as its silence goes. */
    synchronized void answered(Request request) {
        unanswered.remove(request);
        if (told) {
            LOG.info("{} answers again, after {} s", account, silent().toSeconds());
            told = false;
        }
        since = unanswered.isEmpty() ? NONE : monotonic.millis();
    }

    /** It is asked no more, answered or not. */
    synchronized void finished(Request request) {
        unanswered.remove(request);
        forgetIfIdle();
    }

    /** The sweep is over: nothing of it waits any more. */
    synchronized void over(Sweep sweep) {
        running.remove(sweep);
        unanswered.values().removeIf(sweep::equals);
        forgetIfIdle();
    }

    private void forgetIfIdle() {
        if (unanswered.isEmpty() && !told) {
            since = NONE;
        }
    }

    /** Says it, once, when it has lasted. */
    synchronized void look() {
        if (told || since == NONE || unanswered.isEmpty() || silent().compareTo(TOLD_AFTER) < 0) {
            return;
        }
        told = true;
        Request furthest = unanswered.keySet().stream()
                .max(Comparator.comparingInt(request -> request.attempts().count()))
                .orElseThrow();
        RequestFailure last = furthest.attempts().lastFailure();
        LOG.warn(
                "{} does not answer: nothing for {} s, attempt {} of {}, polls that wait: {}{}",
                account,
                silent().toSeconds(),
                Math.min(furthest.attempts().count() + 1, maxAttempts),
                maxAttempts,
                Math.max(1, running.size()),
                last == null ? "" : " (" + last.hiding(furthest.cards()).reason() + ")");
    }

    private Duration silent() {
        return Duration.ofMillis(monotonic.millis() - since);
    }
}
