package org.simrelay.trace;

import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;

/** A trace a sweep: a span of the sweep, in it one of each request, in that one of each attempt. Thread-safe. */
final class SweepSpans implements SweepListener {

    private final Tracer tracer;
    private final Map<Sweep, SweepTrace> running = new ConcurrentHashMap<>();

    SweepSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void begun(Sweep sweep, boolean resumed) {
        running.put(sweep, new SweepTrace(tracer, sweep, resumed));
    }

    @Override
    public void attemptBegun(Sweep sweep, Request request) {
        of(sweep, trace -> trace.request(request).attemptBegun());
    }

    @Override
    public void attemptDone(Sweep sweep, Request request, Outcome outcome, Duration took) {
        of(sweep, trace -> trace.request(request).attemptDone(outcome));
    }

    @Override
    public void requestDone(Sweep sweep, Request request) {
        of(sweep, trace -> trace.requestDone(request));
    }

    @Override
    public void ended(Sweep sweep, SweepEnd end) {
        over(sweep, end.result().word(), end.reason());
    }

    @Override
    public void skipped(Sweep sweep, SweepEnd end) {
        new SweepTrace(tracer, sweep, false).end(end.result().word(), end.reason());
    }

    @Override
    public void suspended(Sweep sweep) {
        over(sweep, "suspended", sweep.stopReason());
    }

    @Override
    public void lost(Sweep sweep) {
        over(sweep, "lost", sweep.stopReason());
    }

    // one that is ended in the name of an earlier run never began here
    private void over(Sweep sweep, String result, @Nullable String reason) {
        SweepTrace trace = running.remove(sweep);
        if (trace != null) {
            trace.end(result, reason);
        }
    }

    private void of(Sweep sweep, Consumer<SweepTrace> told) {
        SweepTrace trace = running.get(sweep);
        if (trace != null) {
            told.accept(trace);
        }
    }
}
