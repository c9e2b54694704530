package org.simrelay.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;

/** Makes the events of one moment whose ids begin alike and end with their subject: no text is made that only becomes bytes. */
public final class EventsUnder {

    private final List<Header> shared;
    private final byte[] idsBegin;

    EventsUnder(List<Header> shared, byte[] idsBegin) {
        this.shared = shared;
        this.idsBegin = idsBegin;
    }

    /**
     * An event.
     *
     * @param subject what it is about, and the end of its id
     * @param value JSON in UTF-8
     */
    public Event event(String subject, byte[] value) {
        byte[] about = subject.getBytes(StandardCharsets.UTF_8);
        byte[] id = Arrays.copyOf(idsBegin, idsBegin.length + about.length);
        System.arraycopy(about, 0, id, idsBegin.length, about.length);
        return new Event(shared, id, about, value);
    }
}
