package org.simrelay.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ExceptionListener;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The vendor of a scenario, on a free port of the loopback: answers as its stubs say. Safe for threads. */
public final class StubVendor implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MOST_BODY = 1 << 20;
    private static final int MOST_KEPT = 1 << 16;

    private final List<StubTurns> turns;
    private final HttpServer server;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final Queue<String> replies = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Runnable> atFirstCall = new AtomicReference<>();

    /** @param stubs the first that fits a request and has not yet answered its times answers it */
    public StubVendor(List<Stub> stubs) {
        turns = stubs.stream().map(StubTurns::new).toList();
        try {
            server = ServerBootstrap.bootstrap()
                    .setLocalAddress(InetAddress.getByAddress(LOOPBACK))
                    .setSocketConfig(SocketConfig.custom()
                            .setTcpNoDelay(true)
                            .setSoTimeout(Timeout.ofMinutes(1))
                            .build())
                    // no Date: the time of a scenario is its own
                    .setHttpProcessor(new DefaultHttpProcessor(new ResponseContent(), new ResponseConnControl()))
                    .setConnectionFactory(new StubConnections())
                    .setExceptionListener(new Silent())
                    .setRequestRouter((request, context) -> handler())
                    .create();
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the vendor of a scenario cannot listen on the loopback", e);
        }
    }

    /** Where it is asked: {@code http://127.0.0.1:<port>}. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Does something once, while the first call waits for its answer. */
    public void atFirstCall(Runnable work) {
        atFirstCall.set(work);
    }

    /** Every request up to now. */
    public Calls calls() {
        return new Calls(List.copyOf(calls), List.copyOf(unexpected), List.copyOf(replies));
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    private HttpRequestHandler handler() {
        return (request, response, context) -> answer(request, response);
    }

    private void answer(ClassicHttpRequest request, ClassicHttpResponse response) throws HttpException, IOException {
        String body = request.getEntity() == null
                ? ""
                : EntityUtils.toString(request.getEntity(), StandardCharsets.UTF_8, MOST_BODY);
        Call call = Call.of(request.getMethod(), request.getRequestUri(), body, System.nanoTime())
                .with(Arrays.asList(request.getHeaders()));
        calls.add(call);
        Runnable work = atFirstCall.getAndSet(null);
        if (work != null) {
            work.run();
        }
        for (StubTurns turn : turns) {
            if (turn.stub().answers(call) && turn.takes()) {
                answer(turn, call, response);
                return;
            }
        }
        unexpected.add(call.target());
        response.setCode(404);
        response.setEntity(StubBody.whole("no stub of the scenario answers this".getBytes(StandardCharsets.UTF_8)));
    }

    private void answer(StubTurns turn, Call call, ClassicHttpResponse response) throws IOException {
        Stub stub = turn.stub();
        pause(stub.delay());
        StubConnections.breakBy(stub.fault());
        byte[] reply = stub.body().apply(call.json(turn.taken()));
        replies.add(new String(reply, 0, Math.min(reply.length, MOST_KEPT), StandardCharsets.UTF_8));
        response.setCode(stub.status());
        stub.headers().forEach(response::setHeader);
        response.setEntity(new StubBody(reply, stub));
    }

    static void pause(Duration pause) throws IOException {
        if (!pause.isZero()) {
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped", e);
            }
        }
    }

    /** A client that hangs up is part of many a scenario. */
    private static final class Silent implements ExceptionListener {
        @Override
        public void onError(Exception e) {
            // nothing to tell
        }

        @Override
        public void onError(HttpConnection connection, Exception e) {
            // nothing to tell
        }
    }
}
