package org.simrelay.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Mask;
import org.simrelay.mask.Secrets;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** The SDK as the environment sets it, up to a collector. */
class TracingTest {

    private static final String SECRET = "canary-for-collectors";

    private final List<String> collected = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer collector;

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            collected.add(call.getRequestURI() + " " + call.getRequestHeaders().getFirst("Authorization") + " " + body);
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    private Map<String, String> environment(String... more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort()));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    private static void sweep(Tracing tracing, String reason) {
        Sweep sweep = TestSweeps.of("iotbos-usage");
        var listener = tracing.listener();
        listener.begun(sweep, false);
        listener.ended(sweep, new SweepEnd(SweepResult.PARTIAL, reason));
    }

    @Test
    void aCollectorGetsSpansWithoutSecretsWhateverIsSetOfTheirLength() {
        Secrets.process().add(SECRET);
        String cut = SECRET.substring(0, 5);
        try (Tracing tracing = Tracing.start(environment(
                "OTEL_EXPORTER_OTLP_HEADERS",
                "Authorization=Bearer%20collectors-own-1",
                "OTEL_RESOURCE_ATTRIBUTES",
                "deployment.environment=of-" + SECRET,
                "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT",
                "5",
                "OTEL_PROPAGATORS",
                "tracecontext,baggage",
                "OTEL_METRICS_EXPORTER",
                "otlp"))) {
            sweep(tracing, SECRET + " was refused");
        }
        assertThat(collected).hasSize(1);
        assertThat(collected.get(0))
                .startsWith("/v1/traces Bearer collectors-own-1 ")
                .contains("simrelay", "sweep iotbos-usage", "*** was refused", "of-***")
                .doesNotContain(cut);
        assertThat(Mask.secrets("collector said collectors-own-1")).isEqualTo("collector said ***");
    }

    @Test
    void aCollectorThatIsAwayCostsNoSweep() {
        collector.stop(0);
        try (Tracing tracing = Tracing.start(environment("OTEL_EXPORTER_OTLP_TIMEOUT", "500"))) {
            sweep(tracing, "none");
        }
        assertThat(collected).isEmpty();
    }

    @Test
    void whatWouldGoAroundTheMaskOrHasNoSenderIsRefused() {
        assertThatThrownBy(() -> Tracing.start(environment("OTEL_CONFIG_FILE", "otel.yaml")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("OTEL_CONFIG_FILE would leave out the mask");
        assertThatThrownBy(() -> Tracing.start(environment("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf");
        assertThatThrownBy(() -> Tracing.start(environment("OTEL_TRACES_SAMPLER", "some")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("some")
                .hasMessageContaining("OTEL_");
    }

    @Test
    void itIsOffUnlessItIsSwitchedOn() {
        Path folder = Path.of("").toAbsolutePath();
        assertThat(TracingSwitch.isOn(Installation.open(folder, Map.of()).settings()))
                .isFalse();
        Installation on =
                Installation.open(folder, Map.of("TRACING_ENABLED", "true", "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"));
        assertThat(TracingSwitch.isOn(on.settings())).isTrue();
        assertThatThrownBy(() -> TracingSwitch.check(on.settings())).hasMessageContaining("http/protobuf");
        assertThatThrownBy(() -> TracingSwitch.isOn(Installation.open(folder, Map.of("TRACING_ENABLED", "perhaps"))
                        .settings()))
                .hasMessageContaining("true or false");
    }
}
