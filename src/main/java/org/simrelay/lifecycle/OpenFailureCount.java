package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongObjectHashMap;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.simrelay.inventory.CardHash;
import org.simrelay.kafka.Topics;
import org.simrelay.sweep.SweepId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many failures stand open in sim.failures, of each poll and account, whichever process opened and closed them. Of each only a
 * fingerprint of its id is held in memory.
 */
public final class OpenFailureCount {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFailureCount.class);

    private final ObjectMapper json;
    private final BooleanSupplier isRead;
    private final LongObjectHashMap<String> open = new LongObjectHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /** @param isRead whether sim.failures is read to its end, so that the counts are true */
    public OpenFailureCount(ObjectMapper json, BooleanSupplier isRead) {
        this.json = json;
        this.isRead = isRead;
    }

    /** Those of a poll, or {@code <poll>.<account>}; null where sim.failures is not read to its end. */
    public @Nullable Integer of(String key) {
        return isRead.getAsBoolean() ? counts.getOrDefault(key, 0) : null;
    }

    /** Takes a record of the ledger; what is of another topic is passed over. Called by one thread. */
    public void take(ConsumerRecord<String, byte[]> record) {
        if (!record.topic().equals(Topics.FAILURES)) {
            return;
        }
        long id = CardHash.of(String.valueOf(record.key()));
        String before = open.remove(id);
        if (before != null) {
            counts.merge(before, -1, Integer::sum);
        }
        String key = record.value() == null ? null : openOf(record.value());
        if (key != null) {
            open.put(id, key);
            counts.merge(key, 1, Integer::sum);
        }
    }

    /** The key of the poll and account of a failure that is open; null for any other record. */
    private @Nullable String openOf(byte[] value) {
        try {
            OpenFailure failure = OpenFailure.of(json.readTree(value));
            return failure.value().path("status").asText().equals("open")
                    ? SweepId.key(failure.poll(), failure.account()).intern()
                    : null;
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} holds a record that is no failure", Topics.FAILURES, e);
            return null;
        }
    }
}
