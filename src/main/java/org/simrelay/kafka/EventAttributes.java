package org.simrelay.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The attributes that all events of one kind in one sweep share, as record headers made once: a header is never written to.
 */
public final class EventAttributes {

    private final List<Header> headers;

    /**
     * @param type the kind of event
     * @param source who answered: {@code /<vendor>/<account>}
     * @param sweep the sweep it belongs to, our extension attribute
     */
    public EventAttributes(String type, String source, String sweep) {
        this(type, source, List.of(header("ce_sweep", sweep)));
    }

    /** Of events that belong to no sweep: what is said of an account. */
    public EventAttributes(String type, String source) {
        this(type, source, List.of());
    }

    private EventAttributes(String type, String source, List<Header> ofSweep) {
        List<Header> all = new ArrayList<>(List.of(
                header("ce_specversion", "1.0"),
                header("ce_source", source),
                header("ce_type", type),
                header("content-type", "application/json")));
        all.addAll(ofSweep);
        headers = List.copyOf(all);
    }

    /** Makes the events of one moment: of an answer that came then, or of what happened then. */
    public EventsAt at(Instant time) {
        List<Header> all = new ArrayList<>(headers.size() + 1);
        all.addAll(headers);
        all.add(header("ce_time", time.toString()));
        return new EventsAt(all);
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
