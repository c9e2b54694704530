package org.simrelay.trace;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.simrelay.sweep.SweepListener;

/** Tracing as the service has it, with an exporter of the test's. */
public final class KeptSpans implements AutoCloseable {

    private final SdkTracerProvider provider;

    public KeptSpans(SpanExporter exporter) {
        provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new MaskedSpans(exporter)))
                .build();
    }

    public SweepListener listener() {
        return new SweepSpans(provider.get("test"));
    }

    @Override
    public void close() {
        provider.close();
    }
}
