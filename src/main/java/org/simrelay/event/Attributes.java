package org.simrelay.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The attributes that all events of one kind in one sweep share, as record headers made once: a header is never written to.
 * Thread-safe.
 */
public final class Attributes {

    private record Time(Instant at, Header header) {
        Time(Instant at) {
            this(at, Attributes.header("ce_time", at.toString()));
        }
    }

    private final List<Header> headers;
    // a thousand cards may be answered in one millisecond, and to write an instant costs as much as two of them
    private volatile Time last = new Time(Instant.EPOCH);

    /**
     * @param type the kind of event
     * @param source who answered: {@code /<vendor>/<account>}
     * @param sweep the sweep it belongs to, our extension attribute
     */
    public Attributes(String type, String source, String sweep) {
        headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_source", source),
                header("ce_type", type),
                header("ce_sweep", sweep),
                header("content-type", "application/json"));
    }

    /**
     * An event with these attributes.
     *
     * @param time when it happened
     * @param id unique with the source, the same when the event is sent again
     * @param subject what it is about
     * @param value JSON in UTF-8
     */
    public Event event(Instant time, String id, String subject, byte[] value) {
        return new Event(this, time(time), id, subject, value);
    }

    List<Header> headers() {
        return headers;
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Header time(Instant at) {
        Time time = last;
        if (!time.at.equals(at)) {
            time = new Time(at);
            last = time;
        }
        return time.header;
    }
}
