package org.simrelay.records;

import java.time.Instant;
import org.simrelay.kafka.EventAttributes;
import org.simrelay.sweep.Sweep;

/**
 * A record about a sweep, a failure, or what is remembered, as a CloudEvent.
 *
 * @param topic the topic
 * @param key the record's key
 * @param id unique with the source, the same when the record is sent again: one id is one fact
 * @param type the kind of event
 * @param subject what it is about
 * @param time when it happened
 */
record ControlRecord(String topic, String key, String id, String type, String subject, Instant time) {

    /** The record, for the ledger of the sweep's account. */
    LedgerEntry of(Sweep sweep, byte[] value) {
        String name = sweep.id().toString();
        EventAttributes attributes = new EventAttributes(type, sweep.account().source(), name);
        return new LedgerEntry(
                sweep.account().source(), name, topic, key, attributes.at(time).event(id, subject, value));
    }
}
