package org.simrelay.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;

/** A CloudEvent whose data is JSON. */
public final class Event {

    private final List<Header> shared;
    private final String id;
    private final String subject;
    private final byte[] value;

    Event(List<Header> shared, String id, String subject, byte[] value) {
        this.shared = shared;
        this.id = id;
        this.subject = subject;
        this.value = value;
    }

    /** The data, as text. */
    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    List<Header> shared() {
        return shared;
    }

    String id() {
        return id;
    }

    String subject() {
        return subject;
    }

    byte[] value() {
        return value;
    }
}
