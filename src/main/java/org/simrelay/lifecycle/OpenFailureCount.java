package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongObjectHashMap;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.simrelay.inventory.CardHash;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.TopicTail;
import org.simrelay.kafka.Topics;
import org.simrelay.sweep.SweepId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many failures stand open in sim.failures, of each poll and account, whichever process opened and closed them. Of each only a
 * fingerprint of its id is held in memory.
 */
public final class OpenFailureCount implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFailureCount.class);

    /** How long after a look the next is due. */
    public static final Duration EVERY = Duration.ofSeconds(15);

    private final TopicTail topic;
    private final ObjectMapper json;
    private final LongObjectHashMap<String> open = new LongObjectHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private volatile boolean known;
    private boolean told;

    public OpenFailureCount(KafkaSettings settings, ObjectMapper json) {
        this.topic = new TopicTail(settings, Topics.FAILURES);
        this.json = json;
    }

    /** Those of a poll, or {@code <poll>.<account>}; null where sim.failures could not be read yet. */
    public @Nullable Integer of(String key) {
        if (!known) {
            return null;
        }
        return counts.getOrDefault(key, 0);
    }

    @Override
    public synchronized void run() {
        try {
            if (topic.isNew()) {
                open.clear();
                counts.clear();
            }
            topic.read(this::take);
            readOnce();
        } catch (RuntimeException e) {
            known = false;
            if (!told) {
                told = true;
                LOG.warn(
                        "{} cannot be read, so that simrelay_failures_open is not known: {}",
                        Topics.FAILURES,
                        e.getMessage());
            }
        }
    }

    /** The topic has been read to its end. */
    synchronized void readOnce() {
        known = true;
        told = false;
    }

    void take(ConsumerRecord<String, byte[]> record) {
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

    @Override
    public synchronized void close() {
        topic.close();
    }
}
