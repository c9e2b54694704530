package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongHashSet;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.simrelay.inventory.CardHash;
import org.simrelay.kafka.TopicReader;
import org.simrelay.kafka.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The failures that are still open in sim.failures, a bounded part at a time: of those that wait only a fingerprint of the id is
 * held in memory.
 */
public final class OpenFailures {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFailures.class);
    private static final int MOST_AT_ONCE = 5_000;

    private final TopicReader topics;
    private final ObjectMapper json;
    private final Predicate<OpenFailure> those;
    private final LongHashSet waiting = new LongHashSet();

    /**
     * Finds those whose last word is "open".
     *
     * @param sweepOrPoll whose; null for all
     * @throws org.simrelay.config.SettingsException when Kafka does not let them be read
     */
    public OpenFailures(TopicReader topics, ObjectMapper json, @Nullable String sweepOrPoll) {
        this(topics, json, failure -> failure.isOf(sweepOrPoll));
    }

    /**
     * Finds those whose last word is "open".
     *
     * @param those that are meant
     * @throws org.simrelay.config.SettingsException when Kafka does not let them be read
     */
    OpenFailures(TopicReader topics, ObjectMapper json, Predicate<OpenFailure> those) {
        this.topics = topics;
        this.json = json;
        this.those = those;
        topics.read(Topics.FAILURES, record -> {
            waiting.removeAll(CardHash.of(String.valueOf(record.key())));
            each(record, failure -> waiting.add(CardHash.of(failure.id())));
        });
    }

    /** How many wait to be replayed. */
    public int size() {
        return waiting.size();
    }

    /**
     * Each of those that wait, once; they go on waiting.
     *
     * @throws org.simrelay.config.SettingsException when Kafka does not let them be read
     */
    public void forEach(Consumer<OpenFailure> reader) {
        if (waiting.isEmpty()) {
            return;
        }
        LongHashSet left = new LongHashSet(waiting);
        topics.read(
                Topics.FAILURES,
                record -> each(record, failure -> {
                    if (left.removeAll(CardHash.of(failure.id())) > 0) {
                        reader.accept(failure);
                    }
                }));
    }

    /**
     * The next of them, no more waiting; empty when there are none.
     *
     * @throws org.simrelay.config.SettingsException when Kafka does not let them be read
     */
    public List<OpenFailure> next() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<String, OpenFailure> next = new LinkedHashMap<>();
        topics.read(
                Topics.FAILURES,
                record -> each(record, failure -> {
                    boolean room = next.size() < MOST_AT_ONCE || next.containsKey(failure.id());
                    if (room && waiting.contains(CardHash.of(failure.id()))) {
                        next.put(failure.id(), failure);
                    }
                }));
        next.keySet().forEach(id -> waiting.removeAll(CardHash.of(id)));
        if (next.isEmpty()) {
            waiting.clear();
        }
        return List.copyOf(next.values());
    }

    private void each(ConsumerRecord<String, byte[]> record, Consumer<OpenFailure> consumer) {
        if (record.value() == null) {
            return;
        }
        try {
            OpenFailure failure = OpenFailure.of(json.readTree(record.value()));
            if (failure.value().path("status").asText().equals("open") && those.test(failure)) {
                consumer.accept(failure);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "{} holds a record that is no failure, at offset {} of partition {}",
                    Topics.FAILURES,
                    record.offset(),
                    record.partition());
        }
    }
}
