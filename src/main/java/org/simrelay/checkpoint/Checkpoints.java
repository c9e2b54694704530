package org.simrelay.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.simrelay.account.Budget.Spent;
import org.simrelay.kafka.WholeTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the service remembers, when it starts. The key says what a record is: a poll for the place of its sweep,
 * {@code <poll>/cards} for the size of its inventory, {@code /<vendor>/<account>} for what is spent of a daily budget.
 */
public final class Checkpoints {

    /** The compacted topic. */
    public static final String TOPIC = "sim.checkpoints";

    /** Behind a poll: the key of the size of its inventory. */
    public static final String CARDS = "/cards";

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final WholeTopic topics;
    private final ObjectMapper json;
    private final Map<String, Checkpoint> sweeps = new HashMap<>();
    private final Map<String, Long> cards = new HashMap<>();
    private final Map<String, Spent> spent = new HashMap<>();

    public Checkpoints(WholeTopic topics, ObjectMapper json) {
        this.topics = topics;
        this.json = json;
    }

    /**
     * Reads the topic once through.
     *
     * @throws org.simrelay.config.SettingsException when Kafka does not let it be read
     */
    public Remembered read() {
        topics.read(TOPIC, this::keep);
        sweeps.values().removeIf(checkpoint -> !checkpoint.open());
        return new Remembered(sweeps.values(), cards, spent);
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        try {
            if (record.value() == null) {
                sweeps.remove(key);
                return;
            }
            JsonNode value = json.readTree(record.value());
            if (key.startsWith("/")) {
                spent.put(
                        key,
                        new Spent(
                                LocalDate.parse(value.required("day").textValue()),
                                value.required("requests").longValue()));
            } else if (key.endsWith(CARDS)) {
                cards.put(
                        key.substring(0, key.length() - CARDS.length()),
                        value.required("cards").longValue());
            } else {
                sweeps.put(key, Checkpoint.of(value));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} holds a record of {} that cannot be read: {}", TOPIC, key, e.getMessage());
        }
    }
}
