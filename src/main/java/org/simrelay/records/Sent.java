package org.simrelay.records;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to Kafka, which learns what became of itself: camel-kafka's producer sets a record's exception on
 * the exchange of its message (ProducerUtil.setException), so each has one of its own as soon as it is asked for.
 */
public final class Sent extends DefaultMessage {

    private final CamelContext context;
    private final String topic;
    private @Nullable Exchange verdict;

    Sent(CamelContext context, String topic, String key, Object event) {
        super(context);
        this.context = context;
        this.topic = topic;
        setHeader(KafkaConstants.KEY, key);
        setBody(event);
        arm();
    }

    /** Makes it ready to be sent, again if need be: the producer takes the topic away. */
    void arm() {
        setHeader(KafkaConstants.OVERRIDE_TOPIC, topic);
        verdict = null;
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
    synchronized @Nullable Exception refusal() {
        return verdict == null ? null : verdict.getException();
    }

    /** The record's value, for the log where Kafka cannot have it. */
    String text() {
        CloudEventData data = getBody(CloudEvent.class).getData();
        return data == null ? "" : new String(data.toBytes(), StandardCharsets.UTF_8);
    }

    boolean isTo(String otherTopic) {
        return topic.equals(otherTopic);
    }

    String key() {
        return getHeader(KafkaConstants.KEY, String.class);
    }
}
