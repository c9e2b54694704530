package org.simrelay.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;

/** A CloudEvent whose data is JSON. */
public final class Event {

    private final Attributes shared;
    private final Header time;
    private final String id;
    private final String subject;
    private final byte[] value;

    Event(Attributes shared, Header time, String id, String subject, byte[] value) {
        this.shared = shared;
        this.time = time;
        this.id = id;
        this.subject = subject;
        this.value = value;
    }

    /** The data, as text. */
    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    Attributes shared() {
        return shared;
    }

    Header time() {
        return time;
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
