package org.simrelay.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The span of a sweep, and those of its requests that are not finished. */
final class SweepTrace {

    private final Tracer tracer;
    private final Sweep sweep;
    private final Span span;
    private final Context inside;
    private final Map<Request, RequestTrace> requests = new ConcurrentHashMap<>();

    SweepTrace(Tracer tracer, Sweep sweep, boolean resumed) {
        this.tracer = tracer;
        this.sweep = sweep;
        span = tracer.spanBuilder("sweep " + sweep.id().poll())
                .setNoParent()
                .setAttribute("simrelay.poll", sweep.id().poll())
                .setAttribute("simrelay.account", sweep.id().account())
                .setAttribute("simrelay.sweep", sweep.toString())
                .setAttribute("simrelay.resumed", resumed)
                .startSpan();
        inside = Context.root().with(span);
    }

    RequestTrace request(Request request) {
        return requests.computeIfAbsent(request, one -> new RequestTrace(tracer, inside, one));
    }

    void requestDone(Request request) {
        RequestTrace trace = requests.remove(request);
        if (trace != null) {
            trace.end();
        }
    }

    /** @param reason why it is not complete, or what a complete one noticed; null if there is nothing to say */
    void end(String result, @Nullable String reason) {
        requests.keySet().forEach(this::requestDone);
        span.setAttribute("simrelay.result", result);
        span.setAttribute("simrelay.published", sweep.counts().published.get());
        span.setAttribute("simrelay.failed", sweep.counts().failed.get());
        span.setAttribute("simrelay.requests", sweep.counts().requests.get());
        span.setAttribute("simrelay.retries", sweep.counts().retries.get());
        if (reason != null) {
            span.setAttribute("simrelay.reason", reason);
        }
        if (result.equals("failed") || result.equals("partial")) {
            span.setStatus(StatusCode.ERROR, reason == null ? "" : reason);
        }
        span.end();
    }
}
