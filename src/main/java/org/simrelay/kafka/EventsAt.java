package org.simrelay.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;

/** Makes the events of one moment, whose time is written once for all of them. */
public final class EventsAt {

    private final List<Header> shared;

    EventsAt(List<Header> shared) {
        this.shared = shared;
    }

    /**
     * An event of this moment.
     *
     * @param id unique with the source, the same when the event is sent again
     * @param subject what it is about
     * @param value JSON in UTF-8
     */
    public Event event(String id, String subject, byte[] value) {
        return new Event(shared, utf8(id), utf8(subject), value);
    }

    /** As {@link #event}, for many events: the id of each is this, and its subject behind it. */
    public EventsUnder under(String idsBegin) {
        return new EventsUnder(shared, utf8(idsBegin));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
