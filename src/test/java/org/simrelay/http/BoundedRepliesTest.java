package org.simrelay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;

/** Replies that have no end, or take for ever to come. */
class BoundedRepliesTest {

    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");
    private final CountDownLatch cut = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private CloseableHttpClient client;

    @BeforeEach
    @SuppressWarnings("deprecation")
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/whole", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("true".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] bytes = new byte[1 << 16];
            try (OutputStream body = exchange.getResponseBody()) {
                while (!threads.isShutdown()) {
                    body.write(bytes);
                }
            } catch (IOException e) {
                cut.countDown();
            }
        });
        server.start();
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(10))
                        .setResponseTimeout(Timeout.ofSeconds(25))
                        .build());
        new VendorHttp(new CallDeadlines(clock)).configureHttpClient(builder);
        client = builder.build();
    }

    @AfterEach
    void stop() throws IOException {
        threads.shutdown();
        client.close();
        server.stop(0);
    }

    private InputStream open(String path) throws IOException {
        HttpGet get = new HttpGet("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return client.executeOpen(null, get, null).getEntity().getContent();
    }

    @Test
    void aWholeReplyIsReadAsItCame() throws IOException {
        try (InputStream stream = open("/whole")) {
            assertThat(stream).hasContent("true");
        }
    }

    @Test
    void aReplyThatIsClosedEarlyIsCutAndNotReadToItsEnd() throws IOException, InterruptedException {
        try (InputStream stream = open("/endless")) {
            assertThat(stream.readNBytes(100)).hasSize(100);
        }
        assertThat(cut.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReplyThatIsNotWholeInTimeFails() throws IOException {
        try (InputStream stream = open("/endless")) {
            assertThat(stream.readNBytes(100)).hasSize(100);
            clock.move(Duration.ofSeconds(36));
            assertThatThrownBy(() -> stream.readNBytes(100))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("not whole");
        }
    }
}
