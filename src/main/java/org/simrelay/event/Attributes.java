package org.simrelay.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The attributes that all events of one answer share, as record headers made once: a header is never written to. */
public final class Attributes {

    private final List<Header> headers;

    /**
     * @param type the kind of event
     * @param source who answered: {@code /<vendor>/<account>}
     * @param time when it happened
     * @param sweep the sweep it belongs to, our extension attribute
     */
    public Attributes(String type, String source, Instant time, String sweep) {
        headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_source", source),
                header("ce_type", type),
                header("ce_time", time.toString()),
                header("ce_sweep", sweep),
                header("content-type", "application/json"));
    }

    /**
     * An event with these attributes.
     *
     * @param id unique with the source, the same when the event is sent again
     * @param subject what it is about
     * @param value JSON in UTF-8
     */
    public Event event(String id, String subject, byte[] value) {
        return new Event(this, id, subject, value);
    }

    List<Header> headers() {
        return headers;
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
