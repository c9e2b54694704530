package org.simrelay.trace;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.simrelay.config.Causes;
import org.simrelay.config.SettingsException;
import org.simrelay.sweep.SweepListener;

/**
 * OpenTelemetry's SDK, set by its own variables ({@code OTEL_*}), and between it and whoever takes its spans the mask. It is of
 * this object alone: nothing global is set, no thread and no message carries a span, so none can reach Kafka or a vendor.
 */
public final class Tracing implements AutoCloseable {

    private static final String SCOPE = "org.simrelay";

    /** How long the last spans may take to leave when the service stops. */
    private static final long FLUSH_SECONDS = 5;

    private final OpenTelemetrySdk sdk;

    private Tracing(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
    }

    /**
     * Begins; a collector that is away costs spans and nothing else.
     *
     * @param environment the process's variables
     * @throws SettingsException when they cannot be followed
     */
    public static Tracing start(Map<String, String> environment) {
        SdkVariables variables = new SdkVariables(environment);
        variables.hideSecrets();
        try {
            return new Tracing(AutoConfiguredOpenTelemetrySdk.builder()
                    .disableShutdownHook()
                    .addPropertiesSupplier(variables::given)
                    .addPropertiesCustomizer(SdkVariables::fixed)
                    .addResourceCustomizer((resource, properties) -> resource.toBuilder()
                            .putAll(SpanText.masked(resource.getAttributes()))
                            .build())
                    .addSpanExporterCustomizer((exporter, properties) -> new MaskedSpans(exporter))
                    .build()
                    .getOpenTelemetrySdk());
        } catch (RuntimeException e) {
            throw new SettingsException("tracing.enabled is true, and OpenTelemetry cannot follow its variables: "
                    + Causes.of(e) + "; mend OTEL_… in the environment");
        }
    }

    /** Makes spans of what it is told. */
    public SweepListener listener() {
        return new SweepSpans(sdk.getTracer(SCOPE));
    }

    /** Sends what is left, for a bounded time. */
    @Override
    public void close() {
        var unused = sdk.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS);
    }
}
