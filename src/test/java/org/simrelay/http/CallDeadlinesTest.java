package org.simrelay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.simrelay.Waits.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.client5.http.socket.PlainConnectionSocketFactory;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.MovingClock;

/** Vendors that never come to the end of an answer, or send more than one, and what of the client outlives them. */
@org.junit.jupiter.api.Timeout(value = 180, threadMode = org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("deprecation")
class CallDeadlinesTest {

    /** What the vendor does with a connection. */
    @FunctionalInterface
    private interface Script {
        void play(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");
    private final CallDeadlines deadlines = new CallDeadlines(clock);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger reached = new AtomicInteger();
    private final AtomicBoolean breaks = new AtomicBoolean();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private CloseableHttpClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        HttpClientBuilder builder = HttpClientBuilder.create()
                .disableAutomaticRetries()
                .setConnectionManager(new VendorHttpComponent(deadlines)
                        .createConnectionManager(
                                RegistryBuilder.<ConnectionSocketFactory>create()
                                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                                        .register("https", SSLConnectionSocketFactory.getSocketFactory())
                                        .build(),
                                2,
                                2,
                                SocketConfig.DEFAULT))
                .setRequestExecutor(new BreakingExecutor())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(10))
                        .setResponseTimeout(Timeout.ofSeconds(25))
                        .build());
        new VendorHttp(deadlines).configureHttpClient(builder);
        client = builder.build();
    }

    @AfterEach
    void stop() throws IOException {
        threads.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
        client.close();
    }

    private final class BreakingExecutor extends HttpRequestExecutor {
        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback callback,
                HttpContext context)
                throws IOException, HttpException {
            if (breaks.getAndSet(false)) {
                throw new StackOverflowError("in the client");
            }
            return super.execute(request, connection, callback, context);
        }
    }

    private void serves(Script script) {
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    sockets.add(socket);
                    threads.execute(() -> {
                        try {
                            script.play(socket, socket.getOutputStream());
                        } catch (IOException | InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private String get(String scheme) throws IOException {
        HttpGet get = new HttpGet(scheme + "://127.0.0.1:" + server.getLocalPort() + "/");
        return client.execute(get, response -> EntityUtils.toString(response.getEntity()));
    }

    private CompletableFuture<String> getting(String scheme) {
        CompletableFuture<String> reply = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                reply.complete(get(scheme));
            } catch (IOException e) {
                reply.completeExceptionally(e);
            }
        });
        return reply;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http ",
                "https ",
                "http HTTP/1.1 200 O",
                "http HTTP/1.1 200 OK\r\nDate: ",
                "http HTTP/1.1 102 Processing\r\n\r\n",
                "http HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
                "http HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
            })
    void aCallThatComesToNoEndIsCutWhateverItIsAt(String what) throws Exception {
        int space = what.indexOf(' ');
        serves((socket, out) -> {
            if (what.startsWith("http ")) {
                // what comes before the request is no reply
                readRequest(socket);
            }
            write(out, what.substring(space + 1));
            reached.incrementAndGet();
        });
        CompletableFuture<String> call = getting(what.substring(0, space));
        await().until(() -> reached.get() == 1);
        clock.move(Duration.ofSeconds(34));
        deadlines.run();
        assertThat(call).isNotDone();
        clock.move(Duration.ofSeconds(2));
        // it may still be on its way to where it waits
        await().until(() -> {
            deadlines.run();
            return call.isDone();
        });
        assertThatThrownBy(() -> call.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SocketTimeoutException.class)
                .hasMessageContaining("not whole after 35.0 s");
    }

    @Test
    void aConnectionThatServedOneCallIsNotCutForIt() throws Exception {
        serves((socket, out) -> {
            for (int call = 0; call < 2; call++) {
                readRequest(socket);
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                reached.incrementAndGet();
            }
        });
        assertThat(get("http")).isEqualTo("ok");
        clock.move(Duration.ofSeconds(60));
        deadlines.run();
        assertThat(get("http")).isEqualTo("ok");
        await().until(() -> reached.get() == 2);
        assertThat(sockets).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "X-Many: 1\r\n", "HTTP/1.1 102 Processing\r\n\r\n"})
    void headsWithoutEndAreNotReadToTheirEnd(String again) {
        serves((socket, out) -> {
            readRequest(socket);
            write(out, again.startsWith("HTTP") ? "" : "HTTP/1.1 200 OK\r\n");
            while (!socket.isClosed()) {
                write(out, again.repeat(100));
            }
        });
        assertThatThrownBy(() -> get("http")).isInstanceOf(MessageConstraintException.class);
    }

    @Test
    void aClientInWhichAnErrorWasThrownServesOn() throws Exception {
        serves((socket, out) -> {
            readRequest(socket);
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        });
        // more often than there are connections: none of them is lost
        for (int i = 0; i < 4; i++) {
            breaks.set(true);
            assertThatThrownBy(() -> get("http")).isInstanceOf(StackOverflowError.class);
        }
        assertThat(get("http")).isEqualTo("ok");
    }

    private static void readRequest(Socket socket) throws IOException {
        int newLines = 0;
        while (newLines < 2) {
            int read = socket.getInputStream().read();
            if (read < 0) {
                throw new IOException("closed");
            }
            newLines = read == '\n' ? newLines + 1 : read == '\r' ? newLines : 0;
        }
    }
}
