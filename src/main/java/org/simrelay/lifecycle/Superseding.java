package org.simrelay.lifecycle;

import com.google.common.collect.Lists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.TopicReader;
import org.simrelay.records.Failures;
import org.simrelay.records.Json;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Said;
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

    private static final int MOST_IN_ONE = 500;

    private final TopicReader topics;
    private final Failures failures;
    private final Ledgers ledgers;
    private final Questions questions;
    private final Duration keepClosed;
    private final Clock clock;
    private final Map<String, Instant> nothingOpen = new ConcurrentHashMap<>();
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
        // before the look: a failure that comes meanwhile takes it back
        nothingOpen.put(key, now);
        try {
            ClosedFailures closed = new ClosedFailures(Json.MAPPER, sweep.id(), now.minus(keepClosed));
            boolean all = supersede(sweep, closed) && forget(sweep, closed);
            if (!all || sweep.counts().failures.get() > 0) {
                nothingOpen.remove(key);
            }
        } catch (SettingsException e) {
            nothingOpen.remove(key);
            LOG.warn(
                    "what stood open of {} in sim.failures is not closed ({}); the next sweep that ends closes it",
                    key,
                    e.getMessage());
        }
    }

    /** @param closed reads with it: where nothing is open, the topic is read once */
    private boolean supersede(Sweep sweep, ClosedFailures closed) {
        TopicReader both = (topic, reader) -> topics.read(topic, record -> {
            closed.read(record);
            reader.accept(record);
        });
        OpenFailures open = new OpenFailures(both, Json.MAPPER, failure -> isSuperseded(failure, sweep));
        int count = 0;
        for (List<OpenFailure> next = open.next(); !next.isEmpty(); next = open.next()) {
            List<LedgerEntry> entries = next.stream()
                    .map(failure -> failures.superseded(sweep, failure.id(), failure.value()))
                    .toList();
            if (!commit(sweep, entries)) {
                return false;
            }
            count += entries.size();
        }
        if (count > 0) {
            LOG.info("{} superseded {} failures of earlier sweeps", sweep, count);
        }
        return true;
    }

    private boolean isSuperseded(OpenFailure failure, Sweep sweep) {
        Instant due = failure.due();
        return failure.poll().equals(sweep.id().poll())
                && failure.account().equals(sweep.id().account())
                && due != null
                && due.isBefore(sweep.id().scheduledAt())
                && questions.same(failure.poll(), due, sweep.id().scheduledAt());
    }

    private boolean forget(Sweep sweep, ClosedFailures closed) {
        return commit(
                sweep,
                closed.ids().stream().map(id -> failures.forgotten(sweep, id)).toList());
    }

    /** Each stands for itself; a transaction of thousands would outlive its time-out. */
    private boolean commit(Sweep sweep, List<LedgerEntry> entries) {
        for (List<LedgerEntry> part : Lists.partition(entries, MOST_IN_ONE)) {
            if (ledgers.of(sweep.account().source()).commit(part) != Said.TOLD) {
                return false;
            }
        }
        return true;
    }
}
