package org.simrelay.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A CloudEvent whose data is JSON. */
public final class Event {

    /** The data of an event that becomes a record without a value. */
    public static final byte[] NO_DATA = {};

    private static final String ID = "ce_id";
    private static final String SUBJECT = "ce_subject";

    private final List<Header> shared;
    private final byte[] id;
    private final byte[] subject;
    private final byte[] value;

    /**
     * @param id in UTF-8
     * @param subject in UTF-8
     */
    Event(List<Header> shared, byte[] id, byte[] subject, byte[] value) {
        this.shared = shared;
        this.id = id;
        this.subject = subject;
        this.value = value;
    }

    /** The data, as text. */
    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /** The same event with other data. */
    public Event with(byte[] other) {
        return new Event(shared, id, subject, other);
    }

    /** What it is called: {@code ce_id}. */
    public String id() {
        return new String(id, StandardCharsets.UTF_8);
    }

    /** The data. */
    public byte[] value() {
        return value;
    }

    /** An event as it was written: its headers, by name, and its data. */
    public static Event of(Map<String, String> headers, byte[] value) {
        List<Header> shared = new ArrayList<>();
        headers.forEach((name, text) -> {
            if (!name.equals(ID) && !name.equals(SUBJECT)) {
                shared.add(EventAttributes.header(name, text));
            }
        });
        return new Event(shared, utf8(headers.getOrDefault(ID, "")), utf8(headers.getOrDefault(SUBJECT, "")), value);
    }

    /** Its headers, by name. */
    public Map<String, String> headers() {
        RecordHeaders all = new RecordHeaders();
        writeTo(all);
        Map<String, String> headers = new LinkedHashMap<>();
        all.forEach(one -> headers.put(one.key(), new String(one.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    /** Writes its attributes, as {@code ce_} headers. */
    public void writeTo(Headers headers) {
        for (Header one : shared) {
            headers.add(one);
        }
        headers.add(new RecordHeader(ID, id));
        headers.add(new RecordHeader(SUBJECT, subject));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
