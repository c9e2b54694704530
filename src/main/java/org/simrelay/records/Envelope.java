package org.simrelay.records;

import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.simrelay.sweep.Sweep;

/**
 * A record as a CloudEvent; Kafka's serializer writes its attributes as {@code ce_} headers (CloudEvents 1.0, Kafka
 * protocol binding, binary mode).
 *
 * @param topic the topic
 * @param key the record's key
 * @param id unique with the source, the same when the record is sent again
 * @param type the kind of event
 * @param subject what it is about
 * @param time when it happened
 */
record Envelope(String topic, String key, String id, String type, String subject, Instant time) {

    private static final String JSON = "application/json";

    /** The record, for {@code direct:publish}. */
    Message of(CamelContext context, Sweep sweep, byte[] value) {
        return new Sent(
                context,
                topic,
                key,
                CloudEventBuilder.v1()
                        .withId(id)
                        .withSource(URI.create(sweep.account().source()))
                        .withType(type)
                        .withSubject(subject)
                        .withTime(time.atOffset(ZoneOffset.UTC))
                        .withExtension("sweep", sweep.id().toString())
                        .withData(JSON, value)
                        .build());
    }
}
