package org.simrelay.lifecycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.simrelay.sweep.SweepId;

/** The failures of a poll and account that were closed long ago, a bounded number of them. */
final class ClosedFailures {

    private static final int MOST_AT_ONCE = 5_000;

    private final ObjectMapper json;
    private final SweepId sweep;
    private final long before;
    private final Set<String> ids = new LinkedHashSet<>();

    /**
     * None yet.
     *
     * @param sweep of the poll and account
     * @param before when they were closed
     */
    ClosedFailures(ObjectMapper json, SweepId sweep, Instant before) {
        this.json = json;
        this.sweep = sweep;
        this.before = before.toEpochMilli();
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    /** Takes a record of the topic, in the order of its partition; all of them may come again. */
    void read(ConsumerRecord<String, byte[]> record) {
        String id = record.key();
        if (id == null) {
            return;
        }
        // only the last record of a key counts
        ids.remove(id);
        if (record.value() != null && record.timestamp() < before && ids.size() < MOST_AT_ONCE && isClosed(record)) {
            ids.add(id);
        }
    }

    private boolean isClosed(ConsumerRecord<String, byte[]> record) {
        try {
            OpenFailure failure = OpenFailure.of(json.readTree(record.value()));
            return !failure.value().path("status").asText().equals("open")
                    && failure.poll().equals(sweep.poll())
                    && failure.account().equals(sweep.account());
        } catch (IOException | RuntimeException e) {
            // whoever looks for open ones says so
            return false;
        }
    }
}
