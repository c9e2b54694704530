package org.simrelay.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Budget.Spent;
import org.simrelay.kafka.TopicReader;
import org.simrelay.kafka.Topics;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Owner;
import org.simrelay.records.Untold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the service remembers, when it starts. The key says what a record is: a poll for the place of its sweep, a sweep's
 * id for one by hand, {@code <poll>/cards} for the size of its inventory, {@code <poll>/complete} for its last complete sweep,
 * {@code <poll>/skipped} for its last tick that was skipped, {@code <poll>/listed/…} for the cards of a vendor's list,
 * {@code <poll>/values…} for what was published last, {@code /<vendor>/<account>} for what is spent of a daily budget,
 * {@code owner/<vendor>/<account>} for who has the account, {@code untold/…} for a record that its topic refused.
 */
public final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final TopicReader topics;
    private final ObjectMapper json;
    private final Map<String, ConsumerRecord<String, byte[]>> newest = new HashMap<>();

    public Checkpoints(TopicReader topics, ObjectMapper json) {
        this.topics = topics;
        this.json = json;
    }

    /**
     * Reads the topic once through, to its high watermark.
     *
     * @throws org.simrelay.config.SettingsException when Kafka does not let it be read
     */
    public SavedState read() {
        topics.read(Topics.CHECKPOINTS, this::keep);
        Map<String, Checkpoint> latest = new HashMap<>();
        Map<String, Long> cards = new HashMap<>();
        Map<String, Instant> complete = new HashMap<>();
        Map<String, Spent> spent = new HashMap<>();
        List<Untold> untold = new ArrayList<>();
        ListedParts listed = new ListedParts();
        ValueParts values = new ValueParts();
        Map<String, Owner> owners = new HashMap<>();
        Map<String, Instant> skipped = new HashMap<>();
        Map<String, Long> seconds = new HashMap<>();
        newest.forEach((key, record) -> {
            try {
                JsonNode value = record.value() == null ? null : json.readTree(record.value());
                if (value == null) {
                    return;
                }
                switch (CheckpointKey.of(key)) {
                    case UNTOLD -> untold.add(Untold.of(value));
                    case OWNER -> {
                        Owner owner = Owner.of(value);
                        owners.put(owner.account(), owner);
                    }
                    case SKIPPED -> skipped.put(poll(key, Checkpoint.SKIPPED), at(value, "at"));
                    case SPENT -> spent.put(key, spent(value));
                    case VALUES -> values.add(key, value);
                    case LISTED -> listed.add(value);
                    case CARDS ->
                        cards.put(
                                poll(key, Checkpoint.CARDS),
                                value.required("cards").longValue());
                    case COMPLETE -> complete.put(poll(key, Checkpoint.COMPLETE), at(value, "endedAt"));
                    case PLACE -> {
                        Checkpoint checkpoint = Checkpoint.of(value);
                        latest.put(key, checkpoint);
                        seconds.merge(
                                checkpoint.sweep().source(),
                                value.path(Checkpoint.SECOND).longValue(),
                                Math::max);
                    }
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn(
                        "{} holds a record that cannot be read and is passed over, at offset {} of partition {}",
                        Topics.CHECKPOINTS,
                        record.offset(),
                        record.partition());
            }
        });
        return new SavedState(
                latest, cards, complete, spent, untold, listed.all(), values.all(), owners, skipped, seconds);
    }

    private static String poll(String key, String suffix) {
        return key.substring(0, key.length() - suffix.length());
    }

    private static Instant at(JsonNode value, String field) {
        return Instant.parse(value.required(field).textValue());
    }

    private static Spent spent(JsonNode value) {
        return new Spent(
                LocalDate.parse(value.required("day").textValue()),
                value.required("requests").longValue());
    }

    /** The newest record of each key; one of an older layout may stand in another partition. */
    private void keep(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        if (key == null) {
            LOG.warn("{} holds a record without a key, it is passed over", Topics.CHECKPOINTS);
            return;
        }
        @Nullable ConsumerRecord<String, byte[]> before = newest.get(key);
        boolean older =
                before != null && before.partition() != record.partition() && before.timestamp() > record.timestamp();
        if (!older) {
            newest.put(key, record);
        }
    }
}
