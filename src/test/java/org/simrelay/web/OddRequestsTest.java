package org.simrelay.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simrelay.TestSweeps;
import org.simrelay.Warnings;

/** What anybody may send is answered, and fills no log. */
final class OddRequestsTest {

    private static final int MOST_MILLIS = 60_000;

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    private CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context = new DefaultCamelContext();
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private WebServer server(String host) {
        return WebServer.start(context, TestSweeps.settings(Map.of("HTTP_PORT", "0", "HTTP_HOST", host)))
                .add(new WebPath() {
                    @Override
                    public String path() {
                        return "/api/polls/:poll";
                    }

                    @Override
                    public WebAnswer answer(WebRequest request) {
                        return WebAnswer.text(200, request.parameter("poll") + " " + request.parameter("x"));
                    }
                });
    }

    /** The first line of the answer to these bytes. */
    private static String answer(WebServer server, String sent) throws IOException {
        int port = URI.create(server.address().replace("0.0.0.0", "127.0.0.1")).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MOST_MILLIS);
            socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
            StringBuilder line = new StringBuilder();
            for (int next = socket.getInputStream().read(); next >= 0 && next != '\r'; ) {
                line.append((char) next);
                next = socket.getInputStream().read();
            }
            return line.toString();
        }
    }

    private static String get(String target, String host) {
        return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    }

    @Test
    void whatCannotBeReadIsABadRequestAndNoError() throws Exception {
        WebServer server = server("127.0.0.1");
        for (String target : new String[] {
            "/api/polls/a?x=%zz",
            "/api/polls/a?x=%",
            "/api/polls/a?%c3%28=%e",
            "/api/polls/%zz",
            "/api/polls/%",
            "/%zz/x"
        }) {
            assertThat(answer(server, get(target, "localhost"))).as(target).startsWith("HTTP/1.1 400");
        }
        for (String sent :
                new String[] {"GET\r\n\r\n", "\u0016\u0003\u0001 x\r\n\r\n", get("/" + "x".repeat(100_000), "localhost")
                }) {
            assertThat(answer(server, sent)).as(sent).containsPattern("^HTTP/1.[01] 4");
        }
        assertThat(answer(server, get("/api/polls/a%20b?x=%31", "localhost"))).startsWith("HTTP/1.1 200");
        for (String target : new String[] {
            "/",
            "//",
            "/..",
            "/%00",
            "/api/polls/..%2f..",
            "/api/polls/a?x=%ff",
            "*",
            "x",
            "http://%zz/x",
            "/%e4",
            "/api/polls/a?" + "&".repeat(900)
        }) {
            assertThat(answer(server, get(target, "localhost"))).as(target).containsPattern("^HTTP/1.1 [24]");
        }
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void onTheLoopbackNoNameOfAnotherHostIsServed() throws Exception {
        for (String host : new String[] {"127.0.0.1", "localhost"}) {
            WebServer server = server(host);
            for (String own : new String[] {"localhost", "LocalHost:1", "127.0.0.1:8077", "[::1]", "[::1]:80"}) {
                assertThat(answer(server, get("/api/polls/a", own))).as(own).startsWith("HTTP/1.1 200");
            }
            for (String other : new String[] {
                "evil.example", "evil.example:80", "localhost.evil.example", "10.0.0.1", "[::2]:1", "127.0.0.1.nip.io"
            }) {
                assertThat(answer(server, get("/api/polls/a", other))).as(other).startsWith("HTTP/1.1 421");
                assertThat(answer(server, get("/nothing", other))).as(other).startsWith("HTTP/1.1 421");
            }
            assertThat(answer(server, "GET /api/polls/a HTTP/1.0\r\n\r\n")).contains(" 200");
            stop();
            start();
        }
    }

    @Test
    void whereItListensElsewhereEveryNameIsServed() throws Exception {
        WebServer server = server("0.0.0.0");
        for (String any : new String[] {"10.1.2.3:8077", "simrelay.example", "localhost"}) {
            assertThat(answer(server, get("/api/polls/a", any))).as(any).startsWith("HTTP/1.1 200");
        }
    }
}
