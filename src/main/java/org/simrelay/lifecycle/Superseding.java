package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.simrelay.kafka.TopicReader;
import org.simrelay.records.Failures;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what stood open of a poll and account, once a later sweep of it ran to its end: that one's own records say what still
 * fails. What is closed is forgotten after a time.
 *
 * <p>It follows the end's transaction: after a crash in between they stand open, and the next end closes them. Thread-safe.
 */
public final class Superseding {

    private static final Logger LOG = LoggerFactory.getLogger(Superseding.class);

    /** A poll with nothing open is looked at once a day all the same, for what is to be forgotten. */
    private static final Duration LOOKED_AT_LEAST = Duration.ofDays(1);

    private final TopicReader topics;
    private final Failures failures;
    private final Ledgers ledgers;
    private final Questions questions;
    private final Duration keepClosed;
    private final Clock clock;
    private final Map<String, Instant> nothingOpen = new ConcurrentHashMap<>();
    private final Map<String, Object> turns = new ConcurrentHashMap<>();
    private volatile boolean begun;

    /** @param keepClosed how long what is closed can be read */
    public Superseding(
            TopicReader topics,
            Failures failures,
            Ledgers ledgers,
            Questions questions,
            Duration keepClosed,
            Clock clock) {
        this.topics = topics;
        this.failures = failures;
        this.ledgers = ledgers;
        this.questions = questions;
        this.keepClosed = keepClosed;
        this.clock = clock;
        failures.onOpened(nothingOpen::remove);
    }

    /** From now on there is a Kafka to read. */
    public void begin() {
        begun = true;
    }

    /** Another process may have written since: each poll is looked at again. */
    public void forget() {
        nothingOpen.clear();
    }

    /** The ledger has the end of a sweep over all its poll's cards. */
    void ended(Sweep sweep, SweepEnd end) {
        boolean ran = end.result() == SweepResult.COMPLETE || end.result() == SweepResult.PARTIAL;
        if (!begun || !ran || sweep.preview() != null) {
            return;
        }
        String key = sweep.id().key();
        Instant now = clock.instant();
        Instant looked = nothingOpen.get(key);
        if (looked != null && looked.plus(LOOKED_AT_LEAST).isAfter(now)) {
            return;
        }
        // the next sweep may end while this one's look is under way, and would close the same
        synchronized (turns.computeIfAbsent(key, k -> new Object())) {
            close(sweep, key, now);
        }
    }

    private void close(Sweep sweep, String key, Instant now) {
        // before the look: a failure that comes meanwhile takes it back
        nothingOpen.put(key, now);
        try {
            ClosedFailures closed = new ClosedFailures(Json.MAPPER, sweep.id(), now.minus(keepClosed));
            SupersedingLook look = new SupersedingLook(topics, failures, ledgers, questions, sweep);
            boolean all = look.supersede(closed) && look.forget(closed);
            if (!all || sweep.counts().failures.get() > 0) {
                nothingOpen.remove(key);
            }
        } catch (RuntimeException e) {
            nothingOpen.remove(key);
            LOG.warn(
                    "what stood open of {} in sim.failures is not closed ({}); the next sweep that ends closes it",
                    key,
                    e.getMessage());
        }
    }
}
