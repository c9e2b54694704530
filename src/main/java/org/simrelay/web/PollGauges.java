package org.simrelay.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.ToDoubleFunction;
import org.simrelay.sweep.SweepResult;

/** The names under which the meters of one poll and account are read. */
final class PollGauges {

    private final MeterRegistry registry;
    private final Tags tags;
    private final PollMeters meters;

    private PollGauges(MeterRegistry registry, Tags tags, PollMeters meters) {
        this.registry = registry;
        this.tags = tags;
        this.meters = meters;
    }

    /** Gives the meters back, which the registry reads from now on. */
    static PollMeters register(MeterRegistry registry, Tags tags, PollMeters meters) {
        PollGauges gauges = new PollGauges(registry, tags, meters);
        gauges.gauge("simrelay.sweep.running", "1 while a sweep runs", PollMeters::isRunning);
        gauges.gauge("simrelay.sweep.published.cards", "cards that the running sweep published", PollMeters::published);
        gauges.gauge(
                "simrelay.sweep.unchanged.cards",
                "cards that the running sweep need not publish: their last event says the same",
                PollMeters::unchanged);
        gauges.gauge(
                "simrelay.sweep.failed.cards", "cards that the running sweep could not publish", PollMeters::failed);
        gauges.gauge(
                "simrelay.sweep.expected.cards", "cards that the running sweep is to publish", PollMeters::expected);
        gauges.gauge(
                "simrelay.sweep.expected.end.timestamp.seconds",
                "when the running sweep will probably have ended, since 1970",
                PollMeters::expectedEnd);
        gauges.counter("simrelay.retries", "HTTP calls that asked again", PollMeters::retries);
        gauges.counter("simrelay.logins", "HTTP calls that logged in", PollMeters::logins);
        for (SweepResult result : SweepResult.values()) {
            var unused = registry.counter("simrelay.sweeps", tags.and("outcome", result.word()));
        }
        return meters;
    }

    private void gauge(String name, String what, ToDoubleFunction<PollMeters> value) {
        var unused = Gauge.builder(name, meters, value)
                .description(what)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private void counter(String name, String what, ToDoubleFunction<PollMeters> value) {
        var unused = FunctionCounter.builder(name, meters, value)
                .description(what)
                .tags(tags)
                .register(registry);
    }
}
