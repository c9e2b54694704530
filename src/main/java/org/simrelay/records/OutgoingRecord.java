package org.simrelay.records;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.Event;

/**
 * A record on its way to Kafka, which learns what became of itself: camel-kafka's producer sets a record's exception on
 * the exchange of its message (ProducerUtil.setException), so each has one of its own as soon as it is asked for.
 *
 * <p>It answers the producer's questions for key and topic itself; a map of headers for each card would cost more than
 * its JSON.
 */
public final class OutgoingRecord extends DefaultMessage {

    private final CamelContext context;
    private final String topic;
    private final String key;
    private final Event event;
    private final @Nullable String result;
    private @Nullable Exchange verdict;

    OutgoingRecord(CamelContext context, String topic, String key, Event event, @Nullable String result) {
        super(context);
        this.context = context;
        this.topic = topic;
        this.key = key;
        this.event = event;
        this.result = result;
        setBody(event);
    }

    @Override
    public @Nullable Object getHeader(String name) {
        return switch (name) {
            case KafkaConstants.KEY -> key;
            case KafkaConstants.OVERRIDE_TOPIC -> topic;
            default -> null;
        };
    }

    /** Asked for each record; none of them becomes a header of it. */
    @Override
    public Map<String, Object> getHeaders() {
        return Map.of();
    }

    /** Asked for the partition, which Kafka finds by the key; a message would make its map of headers for that. */
    @Override
    public <T> @Nullable T getHeader(String name, Class<T> type) {
        Object value = getHeader(name);
        return value == null || type.isInstance(value) ? type.cast(value) : super.getHeader(name, type);
    }

    /** The producer takes the topic away when it reads it; here it stays, for the next time it is sent. */
    @Override
    public @Nullable Object removeHeader(String name) {
        return getHeader(name);
    }

    @Override
    public synchronized Exchange getExchange() {
        Exchange own = verdict;
        if (own == null) {
            own = new DefaultExchange(context);
            verdict = own;
        }
        return own;
    }

    /** Why Kafka refused it; null if it did not. */
    public synchronized @Nullable Exception failure() {
        return verdict == null ? null : verdict.getException();
    }

    /** The record's value, for the log where Kafka cannot have it. */
    String text() {
        return event.text();
    }

    /** The record's value. */
    public byte[] value() {
        return event.value();
    }

    public String key() {
        return key;
    }

    /** What its value says in "result"; null where it says nothing. */
    public @Nullable String result() {
        return result;
    }
}
