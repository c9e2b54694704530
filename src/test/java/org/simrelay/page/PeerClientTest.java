package org.simrelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.records.Owner;
import org.simrelay.web.WebAnswer;

/** What one machine asks of another, and what it makes of the answer. */
class PeerClientTest {

    private static final String TOKEN = "canary-token";

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 202;
    private String body = "{\"done\":\"begun: iotbos-usage@x\"}\n";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("Simrelay-Peer"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static WebAnswer send(String address) throws Exception {
        return send(address, Duration.ofMinutes(1));
    }

    private static WebAnswer send(String address, Duration most) throws Exception {
        Owner owner = new Owner("/iotbos/north", address, "two-2-b", Instant.EPOCH, null, 0);
        return new PeerClient("one-1-a", TOKEN, most)
                .send(owner, Action.RUN, "iotbos-usage", "north")
                .get(2, TimeUnit.MINUTES);
    }

    private WebAnswer send() throws Exception {
        return send("127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void theOwnerIsAskedOnceWithTheTokenAndWhoSendsIt() throws Exception {
        WebAnswer answer = send();
        assertThat(asked).containsExactly("POST /api/polls/iotbos-usage/run?account=north Bearer canary-token one-1-a");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body())
                .contains("begun: iotbos-usage@x (on 127.0.0.1:"
                        + server.getAddress().getPort());
    }

    @Test
    void aRefusalIsPassedOnWithItsMachine() throws Exception {
        status = 409;
        body = "iotbos-usage.north runs; wait for its end\n";
        assertThat(send().status()).isEqualTo(409);
        assertThat(send().body())
                .startsWith("/iotbos/north is with the machine at 127.0.0.1:")
                .contains("(two-2-b)", "runs; wait for its end");
    }

    @Test
    void anotherTokenThereIsSaidAndThatOfHereIsNot() throws Exception {
        status = 401;
        assertThat(send().status()).isEqualTo(502);
        assertThat(send().body()).contains("http.token has to be the same").doesNotContain(TOKEN);
    }

    @Test
    void whatIsNoAnswerOfOursIsSaid() throws Exception {
        status = 200;
        body = "<html>";
        assertThat(send().status()).isEqualTo(502);
        assertThat(send().body()).contains("http.address");
        body = "x".repeat(100_000);
        assertThat(send().status()).isEqualTo(502);
    }

    @Test
    void oneThatCannotBeReachedIsNamedAndNothingWasDone() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        WebAnswer answer = send("127.0.0.1:" + free);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body())
                .contains("127.0.0.1:" + free, "two-2-b", "cannot be reached", "nothing was done", "http.host");
        assertThat(send("no-such-host.invalid:8077").body()).contains("cannot be reached");
    }

    @Test
    void oneThatDoesNotAnswerIsNotWaitedForForEver() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebAnswer answer = send("127.0.0.1:" + silent.getLocalPort(), Duration.ofSeconds(2));
            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.body()).contains("has not answered", "its page tells");
        }
    }

    @Test
    void anAddressThatIsNoneIsNotAsked() throws Exception {
        for (String address : List.of("a-host", "user@evil:80", "evil:80/path", "https://evil:80", "evil:80#:1")) {
            assertThat(send(address).status()).isEqualTo(502);
            assertThat(send(address).body()).contains("set http.address there");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine_two:8077", "two:99999", "[::zz]:80"})
    void anAddressThatCannotBeAskedIsSaid(String address) throws Exception {
        WebAnswer answer = send(address);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).contains("/iotbos/north", "http.address").doesNotContain(TOKEN);
    }
}
