package org.simrelay.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;

/** The span of a request, from its first permit on, and that of its attempt; told by one thread at a time. */
final class RequestTrace {

    private final Tracer tracer;
    private final Request request;
    private final Span span;
    private final Context inside;
    private volatile @Nullable Span attempt;

    RequestTrace(Tracer tracer, Context sweep, Request request) {
        this.tracer = tracer;
        this.request = request;
        span = tracer.spanBuilder("request")
                .setParent(sweep)
                .setAttribute("simrelay.request", request.id())
                .setAttribute("simrelay.cards", request.cards().size())
                .startSpan();
        inside = Context.root().with(span);
    }

    void attemptBegun() {
        attempt = tracer.spanBuilder("attempt")
                .setParent(inside)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("simrelay.attempt", request.attempts().count() + 1L)
                .startSpan();
    }

    void attemptDone(Outcome outcome) {
        Span open = attempt;
        attempt = null;
        if (open == null) {
            return;
        }
        open.setAttribute("simrelay.outcome", outcome.word());
        if (outcome != Outcome.OK && outcome != Outcome.EMPTY) {
            RequestFailure last = request.attempts().lastFailure();
            // what is told here may be about an attempt before this one
            RequestFailure why = last != null && last.outcome() == outcome ? last.hiding(request.cards()) : null;
            open.setStatus(StatusCode.ERROR, why == null ? "" : why.reason());
            if (why != null && why.code() != null) {
                open.setAttribute("simrelay.code", why.code());
            }
        }
        open.end();
    }

    void end() {
        Span open = attempt;
        if (open != null) {
            open.end();
        }
        span.setAttribute("simrelay.published", request.tally().published());
        span.setAttribute("simrelay.failed", request.tally().failed());
        if (request.tally().failed() > 0) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
