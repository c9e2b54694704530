package org.simrelay.sandbox.vendor;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends an answer, or what a fault of the network or of a proxy makes of it. */
final class Wire {
    private final Executor workers;
    private final Duration latency;
    private final Duration stall;

    Wire(Executor workers, Duration latency, Duration stall) {
        this.workers = workers;
        this.latency = latency;
        this.stall = stall;
    }

    /** The status of HTTP that the client will see; 0 for no answer. */
    static int status(Answer answer, @Nullable FaultKind fault) {
        if (fault == FaultKind.TIMEOUT || fault == FaultKind.RESET || fault == FaultKind.DOWN) {
            return 0;
        }
        if (fault == FaultKind.UNAVAILABLE) {
            return 503;
        }
        return fault == FaultKind.HTTP500 || fault == FaultKind.ECHO ? 500 : answer.http();
    }

    /** Sends, after the latency and without holding a thread for it; then runs {@code done}. */
    void send(HttpExchange exchange, Answer answer, @Nullable FaultKind fault, Runnable done) {
        Duration wait = fault == FaultKind.TIMEOUT ? stall : latency;
        if (wait.isZero()) {
            sendNow(exchange, answer, fault, done);
        } else {
            CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, workers)
                    .execute(() -> sendNow(exchange, answer, fault, done));
        }
    }

    private static void sendNow(HttpExchange exchange, Answer answer, @Nullable FaultKind fault, Runnable done) {
        // before the last byte: a client that has its answer may not find its request still counted as in flight
        done.run();
        try {
            write(exchange, answer, fault);
        } catch (IOException e) {
            // the client is gone, or the fault is to be just that: closing is all that is left
        } finally {
            exchange.close();
        }
    }

    private static void write(HttpExchange exchange, Answer answer, @Nullable FaultKind fault) throws IOException {
        int status = status(answer, fault);
        if (status == 0) {
            return;
        }
        String said = fault == FaultKind.ECHO ? WirePages.echo(exchange.getRequestURI()) : body(answer, fault);
        byte[] body = said.getBytes(StandardCharsets.UTF_8);
        boolean html = status >= 500 || fault == FaultKind.GARBAGE;
        exchange.getResponseHeaders().set("Content-Type", html ? "text/html" : "application/json; charset=utf-8");
        if (status == 429 || status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        if (body.length > 0) {
            out.write(body, 0, fault == FaultKind.CUT_OFF ? body.length / 2 : body.length);
        }
        out.flush();
    }

    private static String body(Answer answer, @Nullable FaultKind fault) {
        if (fault == FaultKind.HTTP500 || fault == FaultKind.UNAVAILABLE) {
            return WirePages.page(fault == FaultKind.HTTP500 ? "500 Internal Server Error" : "503 Service Unavailable");
        }
        if (fault == FaultKind.GARBAGE) {
            return WirePages.page("Welcome");
        }
        if (fault == FaultKind.EMPTY) {
            return "";
        }
        String body = answer.body();
        return fault == FaultKind.TRUNCATED ? body.substring(0, body.length() / 2) : body;
    }
}
