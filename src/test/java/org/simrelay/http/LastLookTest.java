package org.simrelay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;

/** A call that is on its way, connected already, goes out only while it may. */
class LastLookTest {

    private final AtomicInteger seen = new AtomicInteger();
    private HttpServer server;
    private CloseableHttpClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        HttpClientBuilder builder = HttpClientBuilder.create().disableAutomaticRetries();
        new VendorHttp(new CallDeadlines(new MovingClock("2026-11-22T08:00:00Z"))).configureHttpClient(builder);
        client = builder.build();
    }

    @AfterEach
    void stop() throws IOException {
        LastLook.set(() -> true);
        client.close();
        server.stop(0);
    }

    private int status() throws IOException {
        HttpGet get = new HttpGet("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (var response = client.executeOpen(null, get, null)) {
            return response.getCode();
        }
    }

    @Test
    void nothingReachesTheVendorWhileAnotherMayHaveTheAccount() throws IOException {
        LastLook.set(() -> false);
        assertThatThrownBy(this::status).isInstanceOf(IOException.class).hasMessageContaining("not sent");
        assertThat(seen).hasValue(0);

        LastLook.set(() -> true);
        assertThat(status()).isEqualTo(204);
        assertThat(seen).hasValue(1);
    }
}
