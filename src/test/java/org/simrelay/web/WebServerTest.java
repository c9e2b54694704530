package org.simrelay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.Warnings;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** The HTTP server: what it serves to whom, and where it cannot listen. */
final class WebServerTest {

    private static final String TOKEN = "canary-http-token";

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    private final CamelContext context = new DefaultCamelContext();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path temp;

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Settings settings(String... keysAndValues) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("HTTP_PORT", "0"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            environment.put(Settings.variable(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return Settings.load(Files.writeString(temp.resolve("application.properties"), ""), environment);
    }

    private HttpResponse<String> send(WebServer server, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A path that tells what it was asked. */
    private record Echo(String path, boolean changes) implements WebPath {
        @Override
        public WebAnswer answer(WebRequest request) {
            return WebAnswer.text(200, request.parameter("poll") + " " + request.trusted());
        }
    }

    @Test
    void whatChangesAnythingTakesTheToken() throws Exception {
        WebServer server = WebServer.start(context, settings("http.token", TOKEN))
                .add(new Echo("/api/:poll/run", true))
                .add(new Echo("/api/:poll", false));
        String run = "/api/iotbos-usage/run";
        assertThat(send(server, "POST", run, "Authorization", "Bearer " + TOKEN).body())
                .isEqualTo("iotbos-usage true");
        for (String wrong : new String[] {"Bearer " + TOKEN + "x", "Bearer", "Bearer ", "Basic " + TOKEN, TOKEN}) {
            HttpResponse<String> refused = send(server, "POST", run, "Authorization", wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        assertThat(send(server, "POST", run + "?token=" + TOKEN).statusCode()).isEqualTo(401);
        assertThat(send(server, "GET", run, "Authorization", "Bearer " + TOKEN).statusCode())
                .isEqualTo(405);
        assertThat(send(server, "GET", "/api/iotbos-usage").body()).isEqualTo("iotbos-usage false");
        assertThat(send(server, "GET", "/api/x?poll=y").body()).isEqualTo("x false");
        assertThat(send(server, "GET", "/api/x", "Authorization", "Bearer " + TOKEN)
                        .body())
                .isEqualTo("x true");
    }

    @Test
    void aPathOrMethodThatIsNoneIsAnsweredByALineOfText() throws Exception {
        WebServer server = WebServer.start(context, settings("http.token", TOKEN))
                .add(new Echo("/api/:poll/run", true))
                .add(new Echo("/api/:poll", false));
        HttpResponse<String> nothing = send(server, "POST", "/api/x/rum", "Authorization", "Bearer " + TOKEN);
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).startsWith("there is nothing at this path").contains("run, pause, resume or replay");
        HttpResponse<String> method = send(server, "GET", "/api/x/run");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.body()).contains("POST what changes anything");
    }

    @Test
    void withoutATokenSetNothingThatChangesAnythingIsServed() throws Exception {
        WebServer server = WebServer.start(context, settings()).add(new Echo("/api/:poll/run", true));
        for (String sent : new String[] {"Bearer ", "Bearer null", "Bearer x"}) {
            HttpResponse<String> refused = send(server, "POST", "/api/x/run", "Authorization", sent);
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).contains("set http.token");
        }
    }

    @Test
    void aPathThatBreaksIsAnsweredWithoutItsReason() throws Exception {
        WebServer server = WebServer.start(context, settings()).add(new WebPath() {
            @Override
            public String path() {
                return "/broken";
            }

            @Override
            public WebAnswer answer(WebRequest request) {
                throw new IllegalStateException("the reason");
            }
        });
        HttpResponse<String> answer = send(server, "GET", "/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("the reason");
        assertThat(warnings.lines()).anyMatch(line -> line.contains("/broken could not be answered"));
        HttpResponse<String> head = send(server, "HEAD", "/broken");
        assertThat(head.statusCode()).isEqualTo(500);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void readyWaitsForTheStartAndForKafkaAndLiveForNothing() throws Exception {
        Phase phase = new Phase();
        String[] kafka = {null};
        HealthCheckRegistry checks = HealthCheckRegistry.get(context);
        checks.register(new Health("start", phase::obstacle));
        checks.register(new Health("kafka", () -> kafka[0]));
        WebServer server = WebServer.start(context, settings())
                .add(HealthPath.live(context))
                .add(HealthPath.ready(context));
        assertThat(send(server, "GET", "/observe/health/ready").statusCode()).isEqualTo(503);
        phase.started();
        assertThat(send(server, "GET", "/observe/health/ready").body())
                .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"start\",\"status\":\"UP\"},"
                        + "{\"name\":\"kafka\",\"status\":\"UP\"}]}");
        kafka[0] = "Kafka does not answer";
        HttpResponse<String> down = send(server, "GET", "/observe/health/ready");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body())
                .contains("\"name\":\"kafka\",\"status\":\"DOWN\",\"message\":\"Kafka does not answer\"");
        kafka[0] = null;
        assertThat(send(server, "GET", "/observe/health/ready").statusCode()).isEqualTo(200);
        phase.stopping();
        assertThat(send(server, "GET", "/observe/health/ready").statusCode()).isEqualTo(503);
        assertThat(send(server, "GET", "/observe/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aPortThatIsTakenIsToldWithItsKey() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings = settings("http.port", String.valueOf(taken.getLocalPort()));
            assertThatThrownBy(() -> WebServer.start(context, settings))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("http.port " + taken.getLocalPort())
                    .hasMessageContaining("HTTP_PORT in the environment");
        }
    }

    @Test
    void aHostThatIsNotOfThisMachineIsToldWithItsKey() throws Exception {
        Settings settings = settings("http.host", "192.0.2.1");
        assertThatThrownBy(() -> WebServer.start(context, settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("http.host 192.0.2.1");
    }
}
