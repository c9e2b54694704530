package org.simrelay.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.simrelay.kafka.WholeTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the polls' checkpoints when the service starts. */
public final class Checkpoints {

    /** The compacted topic; its key is the poll. */
    public static final String TOPIC = "sim.checkpoints";

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final WholeTopic topics;
    private final ObjectMapper json;

    public Checkpoints(WholeTopic topics, ObjectMapper json) {
        this.topics = topics;
        this.json = json;
    }

    /**
     * The sweeps that were cut: those whose last checkpoint says that they are open.
     *
     * @throws org.simrelay.config.SettingsException when Kafka does not let them be read
     */
    public Collection<Checkpoint> open() {
        Map<String, Checkpoint> last = new HashMap<>();
        topics.read(TOPIC, record -> keep(record, last));
        last.values().removeIf(checkpoint -> !checkpoint.open());
        return last.values();
    }

    private void keep(ConsumerRecord<String, byte[]> record, Map<String, Checkpoint> last) {
        try {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), Checkpoint.of(json.readTree(record.value())));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} holds a record of {} that is no checkpoint: {}", TOPIC, record.key(), e.getMessage());
        }
    }
}
