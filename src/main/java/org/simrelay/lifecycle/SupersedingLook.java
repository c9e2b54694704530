package org.simrelay.lifecycle;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.simrelay.kafka.TopicReader;
import org.simrelay.records.Failures;
import org.simrelay.records.Json;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Said;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look through {@code sim.failures} after a sweep: closes what stood open before it, and lets go of what was closed long ago. */
final class SupersedingLook {

    private static final Logger LOG = LoggerFactory.getLogger(SupersedingLook.class);

    private static final int MOST_IN_ONE = 500;

    private final TopicReader topics;
    private final Failures failures;
    private final Ledgers ledgers;
    private final Questions questions;
    private final Sweep sweep;

    SupersedingLook(TopicReader topics, Failures failures, Ledgers ledgers, Questions questions, Sweep sweep) {
        this.topics = topics;
        this.failures = failures;
        this.ledgers = ledgers;
        this.questions = questions;
        this.sweep = sweep;
    }

    /**
     * Closes what is open.
     *
     * @param closed reads with it: where nothing is open, the topic is read once
     * @return false where not all of it was told
     * @throws org.simrelay.config.SettingsException when Kafka does not let it be read
     */
    boolean supersede(ClosedFailures closed) {
        TopicReader both = (topic, reader) -> topics.read(topic, record -> {
            closed.read(record);
            reader.accept(record);
        });
        // before the look: what is on its way does not stand there yet
        Set<String> onTheirWay = ledgers.of(sweep.account().source()).onTheirWay();
        OpenFailures open = new OpenFailures(
                both,
                Json.MAPPER,
                failure -> isSuperseded(failure) && !onTheirWay.contains(Failures.supersededId(failure.id())));
        int count = 0;
        for (List<OpenFailure> next = open.next(); !next.isEmpty(); next = open.next()) {
            List<LedgerEntry> entries = next.stream()
                    .map(failure -> failures.superseded(sweep, failure.id(), failure.value()))
                    .toList();
            if (!commit(entries)) {
                return false;
            }
            count += entries.size();
        }
        if (count > 0) {
            LOG.info("{} superseded {} failures of earlier sweeps", sweep, count);
        }
        return true;
    }

    private boolean isSuperseded(OpenFailure failure) {
        Instant due = failure.due();
        return failure.poll().equals(sweep.id().poll())
                && failure.account().equals(sweep.id().account())
                && due != null
                && due.isBefore(sweep.id().scheduledAt())
                && questions.same(failure.poll(), due, sweep.id().scheduledAt());
    }

    /** Lets go of what was closed long ago; false where not all of it was told. */
    boolean forget(ClosedFailures closed) {
        return commit(
                closed.ids().stream().map(id -> failures.forgotten(sweep, id)).toList());
    }

    /** Each stands for itself; a transaction of thousands would outlive its time-out. */
    private boolean commit(List<LedgerEntry> entries) {
        for (List<LedgerEntry> part : Lists.partition(entries, MOST_IN_ONE)) {
            if (ledgers.of(sweep.account().source()).commit(part) != Said.TOLD) {
                return false;
            }
        }
        return true;
    }
}
