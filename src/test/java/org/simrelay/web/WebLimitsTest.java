package org.simrelay.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;

/** No client takes up the server: neither by requests nor by connections. */
final class WebLimitsTest {

    private static final String GET = "GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int MOST_MILLIS = 60_000;

    private final CamelContext context = new DefaultCamelContext();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        mayAnswer.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        context.stop();
    }

    private Socket connected(WebServer server) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort());
        sockets.add(socket);
        socket.setSoTimeout(MOST_MILLIS);
        return socket;
    }

    private Socket sent(WebServer server, String text) throws IOException {
        Socket socket = connected(server);
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        return socket;
    }

    private WebServer server(WebLimits limits) {
        return WebServer.start(context, TestSweeps.settings(Map.of("HTTP_PORT", "0")), limits)
                .add(new WebPath() {
                    @Override
                    public String path() {
                        return "/live";
                    }

                    @Override
                    public WebAnswer answer(WebRequest request) {
                        return WebAnswer.text(200, "UP");
                    }
                })
                .add(new WebPath() {
                    @Override
                    public String path() {
                        return "/slow";
                    }

                    @Override
                    public WebAnswer answer(WebRequest request) {
                        try {
                            return WebAnswer.text(mayAnswer.await(MOST_MILLIS, TimeUnit.MILLISECONDS) ? 200 : 500, "");
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            return WebAnswer.text(500, "");
                        }
                    }
                });
    }

    /** Nothing more comes over it. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // what came before its end
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** The next answer that comes over it, as far as its body; what came where it ends before. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf("UP") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            read.append((char) next);
        }
        return read.toString();
    }

    @Test
    void whoSendsRequestsWithoutEndBeforeOneIsAnsweredIsCutOff() throws Exception {
        WebServer server = server(new WebLimits(Duration.ofMinutes(1), 100, 8));
        Socket flood = connected(server);
        byte[] more = GET.replace("live", "slow").repeat(1_000).getBytes(US_ASCII);
        try {
            for (int i = 0; i < 100; i++) {
                flood.getOutputStream().write(more);
            }
        } catch (IOException e) {
            // it is cut off already
        }
        assertThat(isClosed(flood)).isTrue();
        assertThat(answer(sent(server, GET))).startsWith("HTTP/1.1 200");
    }

    @Test
    void someRequestsAtOnceAreAnsweredAndManyOneAfterTheOther() throws Exception {
        WebServer server = server(new WebLimits(Duration.ofMinutes(1), 100, 8));
        Socket socket = sent(server, GET.repeat(8));
        for (int i = 0; i < 8; i++) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
        for (int i = 0; i < 20; i++) {
            socket.getOutputStream().write(GET.getBytes(US_ASCII));
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aConnectionOverWhichNothingComesIsClosed() throws Exception {
        WebServer server = server(new WebLimits(Duration.ofMillis(200), 100, 8));
        assertThat(isClosed(connected(server))).isTrue();
        assertThat(isClosed(sent(server, "GET /li"))).isTrue();
        assertThat(isClosed(sent(server, GET))).isTrue();
    }

    @Test
    void ofTooManyConnectionsTheOldestIsClosed() throws Exception {
        WebServer server = server(new WebLimits(Duration.ofMinutes(1), 3, 8));
        Socket first = sent(server, GET);
        assertThat(answer(first)).startsWith("HTTP/1.1 200");
        for (int i = 0; i < 3; i++) {
            Socket other = sent(server, GET);
            assertThat(answer(other)).startsWith("HTTP/1.1 200");
        }
        assertThat(isClosed(first)).isTrue();
    }
}
