package org.simrelay.trace;

import com.google.common.base.Splitter;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Secrets;

/** What the SDK is set to: the environment, a few defaults of ours under it, and over it what must not be otherwise. */
final class SdkVariables {

    private static final String PREFIX = "OTEL_";
    private static final String UNLIMITED = String.valueOf(Integer.MAX_VALUE);

    /** Spans alone are masked; a text is cut by nobody before the mask has seen all of it; nothing is written into messages. */
    private static final Map<String, String> FIXED = Map.of(
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none",
            "otel.propagators", "none",
            "otel.attribute.value.length.limit", UNLIMITED,
            "otel.span.attribute.value.length.limit", UNLIMITED);

    /** A file of the SDK's own would leave out what is added here, the mask too. */
    private static final List<String> FILES = List.of("otel.config.file", "otel.experimental.config.file");

    private static final List<String> PROTOCOLS =
            List.of("otel.exporter.otlp.traces.protocol", "otel.exporter.otlp.protocol");

    private final Map<String, String> environment;

    SdkVariables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The environment's by the SDK's names, over our defaults. */
    Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        given.put("otel.exporter.otlp.protocol", "http/protobuf");
        if (!environment.getOrDefault("OTEL_RESOURCE_ATTRIBUTES", "").contains("service.name=")) {
            given.put("otel.service.name", "simrelay");
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                given.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return given;
    }

    /**
     * What goes before all of it.
     *
     * @throws SettingsException for what would go around the mask, or has no sender here
     */
    static Map<String, String> fixed(ConfigProperties properties) {
        for (String file : FILES) {
            if (!properties.getString(file, "").isEmpty()) {
                throw new SettingsException(variable(file) + " would leave out the mask; unset it");
            }
        }
        for (String protocol : PROTOCOLS) {
            if (properties.getString(protocol, "").equals("grpc")) {
                throw new SettingsException(variable(protocol) + " must be http/protobuf");
            }
        }
        return FIXED;
    }

    /** Masks what the collector is told to let spans in: the headers' values. */
    void hideSecrets() {
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && name.endsWith("_HEADERS")) {
                Splitter.on(',').split(value).forEach(SdkVariables::hideHeader);
            }
        });
    }

    private static void hideHeader(String header) {
        String value = header.substring(header.indexOf('=') + 1).strip();
        String decoded = decoded(value);
        Secrets.process().add(value);
        Secrets.process().add(decoded);
        // behind "Bearer" or "Basic"
        Secrets.process().add(decoded.substring(decoded.lastIndexOf(' ') + 1));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
