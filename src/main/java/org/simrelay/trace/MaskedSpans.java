package org.simrelay.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gives an exporter every span masked, on the thread that exports, so that sweeps do not wait for it. What cannot be masked is not exported. */
final class MaskedSpans implements SpanExporter {

    private final SpanExporter exporter;

    MaskedSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> masked = new ArrayList<>(spans.size());
        spans.forEach(span -> masked.add(new MaskedSpan(span)));
        return exporter.export(masked);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
