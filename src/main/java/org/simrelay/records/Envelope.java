package org.simrelay.records;

import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.simrelay.event.Attributes;
import org.simrelay.sweep.Sweep;

/**
 * A record about a sweep or a failure, as a CloudEvent.
 *
 * @param topic the topic
 * @param key the record's key
 * @param id unique with the source, the same when the record is sent again
 * @param type the kind of event
 * @param subject what it is about
 * @param time when it happened
 */
record Envelope(String topic, String key, String id, String type, String subject, Instant time) {

    /** The record, for {@code direct:record} or among the cards' for {@code direct:publish}. */
    Message of(CamelContext context, Sweep sweep, byte[] value) {
        Attributes attributes =
                new Attributes(type, sweep.account().source(), sweep.id().toString());
        return new Sent(context, topic, key, attributes.at(time).event(id, subject, value));
    }
}
