package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.Event;
import org.simrelay.kafka.Topics;
import org.simrelay.mask.Cards;

/**
 * A record of the ledger, as a CloudEvent.
 *
 * @param account whose ledger it stands in: {@code /<vendor>/<account>}
 * @param sweep the sweep that says it, by its id
 * @param topic the topic
 * @param key the record's key
 * @param event null for a tombstone, which lets a compacted topic forget the key
 */
public record LedgerEntry(String account, String sweep, String topic, String key, @Nullable Event event) {

    private static final Set<String> TEXTS = Set.of("request", "message", "reply", "reason", "code");
    // with the … : what is short already is not made shorter again
    private static final int SHORT = 100;

    /** A record that takes back what is remembered under a key. */
    static LedgerEntry tombstone(String account, String sweep, String topic, String key) {
        return new LedgerEntry(account, sweep, topic, key, null);
    }

    /** Whether it is what the service remembers, and not what it tells subscribers. */
    boolean isRemembered() {
        return topic.equals(Topics.CHECKPOINTS);
    }

    /**
     * Whether it only spares the next start work, as what a poll published last, or its list: without it that start knows less, and
     * nothing that is wrong.
     */
    boolean isAid() {
        return isRemembered() && (RememberedValues.isKey(key) || ListedCards.isKey(key));
    }

    /** What takes it back. */
    LedgerEntry takenBack() {
        return tombstone(account, sweep, topic, key);
    }

    /** Whether it lets go of what subscribers were told long ago. */
    boolean isLetGo() {
        return event == null && !isRemembered();
    }

    /** Whether it is what an account spent of its budget. */
    boolean isBudget() {
        return isRemembered() && key.equals(account);
    }

    /** The same record with less: first its texts are cut, then its cards are only counted; null where nothing can be left out. */
    @Nullable LedgerEntry smaller() {
        Event whole = event;
        if (whole == null || isRemembered()) {
            return null;
        }
        try {
            ObjectNode value = (ObjectNode) Json.MAPPER.readTree(whole.value());
            boolean less = shorten(value);
            if (!less && value.path("cards").isArray()) {
                value.putNull("cards");
                less = true;
            }
            return less ? new LedgerEntry(account, sweep, topic, key, whole.with(Json.bytes(value))) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean shorten(ObjectNode value) {
        boolean less = false;
        for (String field : TEXTS) {
            JsonNode text = value.path(field);
            if (text.isTextual() && text.textValue().length() > SHORT) {
                value.put(field, text.textValue().substring(0, SHORT - 1) + "…");
                less = true;
            }
        }
        return less;
    }

    /** For Kafka's client. */
    ProducerRecord<byte[], byte[]> record(@Nullable Integer partition) {
        byte[] name = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Event whole = event;
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic, isRemembered() ? partition : null, name, whole == null ? null : whole.value());
        if (whole != null) {
            whole.writeTo(record.headers());
        }
        return record;
    }

    /** The whole record, for a log where Kafka cannot have it; of cards a log shows the last characters alone. */
    String text() {
        Event whole = event;
        if (whole == null || isAid()) {
            return Cards.hiddenIn(topic + " " + key + (whole == null ? " (tombstone)" : ""), List.of());
        }
        List<String> cards = new ArrayList<>();
        collectCards(whole.text(), cards);
        return Cards.hiddenIn(topic + " " + key + " " + whole.text(), cards);
    }

    /** The cards that a record's value names, also within a record that it remembers. */
    private static void collectCards(String value, List<String> cards) {
        try {
            JsonNode node = Json.MAPPER.readTree(value);
            node.path("cards").forEach(card -> cards.add(card.asText()));
            JsonNode remembered = node.path("value");
            if (remembered.isTextual()) {
                collectCards(remembered.textValue(), cards);
            }
        } catch (IOException e) {
            // no JSON: what looks like a card's number is hidden all the same
        }
    }
}
