package org.simrelay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes over a connection beside the replies that were asked for. */
class ReplyHeadsTest {

    private final AtomicInteger connections = new AtomicInteger();
    private final Semaphore read = new Semaphore(0);
    private final Semaphore came = new Semaphore(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @SuppressWarnings("NullAway.Init")
    private ServerSocket server;

    @SuppressWarnings("NullAway.Init")
    private CloseableHttpClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var unused = threads.submit(() -> {
            while (true) {
                Socket one = server.accept();
                connections.incrementAndGet();
                var unusedEach = threads.submit(() -> answer(one));
            }
        });
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ReplyHeads.connections())
                        .build())
                .disableAutomaticRetries()
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        threads.shutdownNow();
    }

    /**
     * Each request is answered with its path; one with "twice" in it, twice; one with "late", a second time when that is said; one with
     * "blank", and blanks behind, one with "idle", blanks when that is said.
     */
    private Void answer(Socket one) throws IOException, InterruptedException {
        try (one) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("GET ")) {
                    String path = line.split(" ", -1)[1];
                    String reply = "HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path;
                    String more = path.contains("twice") ? reply : path.contains("blank") ? "\r\n \n" : "";
                    one.getOutputStream().write((reply + more).getBytes(StandardCharsets.US_ASCII));
                    String later = path.contains("late") ? reply : path.contains("idle") ? "\r\n \n" : "";
                    if (!later.isEmpty()) {
                        read.acquire();
                        one.getOutputStream().write(later.getBytes(StandardCharsets.US_ASCII));
                        came.release();
                    }
                }
            }
        }
        return null;
    }

    private String get(String path) throws IOException {
        HttpGet get = new HttpGet("http://127.0.0.1:" + server.getLocalPort() + path);
        return client.execute(get, response -> EntityUtils.toString(response.getEntity()));
    }

    @Test
    void anAnswerThatComesTwiceIsNotTakenForTheNextOne() throws IOException {
        assertThat(get("/twice")).isEqualTo("/twice");
        assertThatThrownBy(() -> get("/other")).isInstanceOf(IOException.class).hasMessageContaining("more came");
        assertThat(get("/other")).isEqualTo("/other");
        assertThat(get("/third")).isEqualTo("/third");
    }

    @Test
    void blanksBehindABodyDoNoHarm() throws IOException {
        assertThat(get("/blank")).isEqualTo("/blank");
        assertThat(get("/other")).isEqualTo("/other");
        assertThat(connections).hasValue(1);
    }

    private void moreComes() throws InterruptedException {
        read.release();
        assertThat(came.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void norIsOneThatComesAgainWhileTheConnectionIsIdle() throws Exception {
        assertThat(get("/late")).isEqualTo("/late");
        moreComes();
        assertThatThrownBy(() -> get("/other")).isInstanceOf(IOException.class).hasMessageContaining("more came");
        assertThat(get("/third")).isEqualTo("/third");
        assertThat(connections).hasValue(2);
    }

    @Test
    void blanksWhileItIsIdleDoNoHarm() throws Exception {
        assertThat(get("/idle")).isEqualTo("/idle");
        moreComes();
        assertThat(get("/other")).isEqualTo("/other");
        assertThat(connections).hasValue(1);
    }
}
