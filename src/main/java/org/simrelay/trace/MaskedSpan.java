package org.simrelay.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/** A span whose every text went through the mask: name, attributes, events with their exceptions, links, status. */
final class MaskedSpan extends DelegatingSpanData {

    private final String name;
    private final Attributes attributes;
    private final List<EventData> events;
    private final List<LinkData> links;
    private final StatusData status;

    MaskedSpan(SpanData span) {
        super(span);
        name = SpanText.masked(span.getName());
        attributes = SpanText.masked(span.getAttributes());
        events = span.getEvents().stream().map(MaskedSpan::masked).toList();
        links = span.getLinks().stream().map(MaskedSpan::masked).toList();
        StatusData given = span.getStatus();
        status = StatusData.create(given.getStatusCode(), SpanText.masked(given.getDescription()));
    }

    // an exception's event becomes a plain one: its attributes tell the exception, masked
    private static EventData masked(EventData event) {
        return EventData.create(
                event.getEpochNanos(),
                SpanText.masked(event.getName()),
                SpanText.masked(event.getAttributes()),
                event.getTotalAttributeCount());
    }

    private static LinkData masked(LinkData link) {
        return LinkData.create(
                link.getSpanContext(), SpanText.masked(link.getAttributes()), link.getTotalAttributeCount());
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public List<LinkData> getLinks() {
        return links;
    }

    @Override
    public StatusData getStatus() {
        return status;
    }
}
