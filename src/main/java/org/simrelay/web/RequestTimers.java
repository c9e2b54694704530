package org.simrelay.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;
import org.simrelay.reply.Outcome;

/** How long attempts took, and how they ended: {@code simrelay_requests_seconds}, a histogram. */
final class RequestTimers {

    // up to the longest call that the time-outs as shipped allow
    private static final Duration[] BUCKETS = Stream.of(50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 35_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private RequestTimers() {}

    /** The timer of these labels, made when it is first asked for. */
    static Timer of(MeterRegistry registry, String vendor, String account, Outcome outcome) {
        return Timer.builder("simrelay.requests")
                .description("attempts, from their permit to the judgement of the reply")
                .tags("vendor", vendor, "account", account, "outcome", outcome.word())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
