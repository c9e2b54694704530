package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;
import org.simrelay.kafka.Event;
import org.simrelay.kafka.Topics;

/**
 * A record of the ledger that its topic refuses for good: remembered in {@code sim.checkpoints}, under a key of its own, until it
 * can be told.
 *
 * @param order how it stands among the others: they are told as they were said
 * @param entry what is to be told
 */
public record Untold(long order, LedgerEntry entry) implements Comparable<Untold> {

    // room for the record that remembers it, within what brokers take by default (max.message.bytes)
    private static final int MOST_BYTES = 400_000;

    /** The record that remembers it. */
    LedgerEntry remembered() {
        LedgerEntry small = bounded();
        Event event = Objects.requireNonNull(small.event());
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("order", order)
                .put("account", small.account())
                .put("sweep", small.sweep())
                .put("topic", small.topic())
                .put("key", small.key())
                .put("value", event.text());
        ObjectNode headers = value.putObject("headers");
        event.headers().forEach(headers::put);
        TreeMap<String, String> own = new TreeMap<>(event.headers());
        own.put("ce_id", key());
        own.put("ce_type", LedgerTypes.UNTOLD);
        return new LedgerEntry(
                small.account(), small.sweep(), Topics.CHECKPOINTS, key(), Event.of(own, Json.bytes(value)));
    }

    /** The record that lets it be forgotten, once it is told. */
    LedgerEntry forgotten() {
        return LedgerEntry.tombstone(entry.account(), entry.sweep(), Topics.CHECKPOINTS, key());
    }

    /** Its key in {@code sim.checkpoints}. */
    String key() {
        return Checkpoint.UNTOLD + id();
    }

    /** The {@code ce_id} of what is to be told. */
    String id() {
        return Objects.requireNonNull(entry.event()).id();
    }

    private LedgerEntry bounded() {
        LedgerEntry small = entry;
        while (Objects.requireNonNull(small.event()).value().length > MOST_BYTES) {
            LedgerEntry smaller = small.smaller();
            if (smaller == null) {
                break;
            }
            small = smaller;
        }
        return small;
    }

    /**
     * Reads what {@link #remembered} wrote.
     *
     * @throws RuntimeException for a value that is none of ours
     */
    public static Untold of(JsonNode value) {
        TreeMap<String, String> headers = new TreeMap<>();
        value.required("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().textValue()));
        String account = text(value, "account");
        if (!account.startsWith("/")) {
            throw new IllegalArgumentException("it is of no account");
        }
        Event event = Event.of(headers, text(value, "value").getBytes(StandardCharsets.UTF_8));
        return new Untold(
                value.required("order").longValue(),
                new LedgerEntry(account, text(value, "sweep"), text(value, "topic"), text(value, "key"), event));
    }

    private static String text(JsonNode value, String field) {
        JsonNode text = value.required(field);
        if (!text.isTextual()) {
            throw new IllegalArgumentException(field + " is no text");
        }
        return text.textValue();
    }

    @Override
    public int compareTo(Untold other) {
        return Long.compare(order, other.order);
    }
}
