package org.simrelay.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.WholeTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the failures that are still open from sim.failures. */
public final class OpenFailures {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFailures.class);
    private static final String TOPIC = "sim.failures";

    private final WholeTopic topics;
    private final ObjectMapper json;

    public OpenFailures(WholeTopic topics, ObjectMapper json) {
        this.topics = topics;
        this.json = json;
    }

    /**
     * The last word on each failure, if it is "open".
     *
     * @param sweepOrPoll whose; null for all
     * @throws org.simrelay.config.SettingsException when Kafka does not let them be read
     */
    public List<OpenFailure> of(@Nullable String sweepOrPoll) {
        Map<String, OpenFailure> open = new LinkedHashMap<>();
        topics.read(TOPIC, record -> keep(record, open));
        return open.values().stream()
                .filter(failure -> failure.isOf(sweepOrPoll))
                .toList();
    }

    private void keep(ConsumerRecord<String, byte[]> record, Map<String, OpenFailure> open) {
        try {
            OpenFailure failure = OpenFailure.of(json.readTree(record.value()));
            if (failure.value().path("status").asText().equals("open")) {
                open.put(failure.id(), failure);
            } else {
                open.remove(failure.id());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} holds a record {} that is no failure: {}", TOPIC, record.key(), e.getMessage());
        }
    }
}
