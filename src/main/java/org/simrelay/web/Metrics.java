package org.simrelay.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;

/** The service's meters. Most are read when they are asked for; none is told of a card. */
public final class Metrics {

    private final MeterRegistry registry;
    private final Clock clock;
    private final SweepMeters sweeps;

    /** @param monotonic measures durations */
    public Metrics(MeterRegistry registry, Clock clock, Clock monotonic) {
        this.registry = registry;
        this.clock = clock;
        this.sweeps = new SweepMeters(registry, clock, monotonic);
    }

    /** To be told of sweeps. */
    public SweepListener listener() {
        return sweeps;
    }

    /** The process's own: memory, garbage collection, threads, processor. */
    @SuppressWarnings("resource")
    public void jvm() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
    }

    /**
     * An account's breaker and budget.
     *
     * @param here whether this process has it: what only its own process knows is not a number elsewhere
     */
    public void account(Account account, BooleanSupplier here) {
        AccountMeters.bind(registry, account, here);
    }

    /**
     * A poll's sweeps with an account.
     *
     * @param completeAt when the last complete sweep of a key ended; null where none is known
     * @param period how far apart the ticks of its timer are now; null where it does not fire
     * @param open how many of its failures stand open; null where that is not known
     * @param here whether this process has the account: the age that another process last knew of is none
     */
    public void poll(
            String poll,
            String account,
            Function<String, @Nullable Instant> completeAt,
            Function<String, @Nullable Duration> period,
            Function<String, @Nullable Integer> open,
            BooleanSupplier here) {
        var unused = sweeps.of(poll, account);
        Tags tags = SweepMeters.tags(poll, account);
        String key = SweepId.key(poll, account);
        gauge(
                "simrelay.sweep.age.seconds",
                "since the last complete sweep ended; +Inf where there is none, NaN where another process has the account",
                tags,
                () -> {
                    if (!here.getAsBoolean()) {
                        return Double.NaN;
                    }
                    Instant at = completeAt.apply(key);
                    return at == null ? Double.POSITIVE_INFINITY : seconds(Duration.between(at, clock.instant()));
                });
        gauge(
                "simrelay.sweep.period.seconds",
                "how far apart the ticks of the poll's timer are: the longer of the last two spans",
                tags,
                () -> {
                    Duration every = period.apply(poll);
                    return every == null ? Double.NaN : seconds(every);
                });
        gauge("simrelay.failures.open", "failures in sim.failures that stand open", tags, () -> {
            Integer count = open.apply(key);
            return count == null ? Double.NaN : count;
        });
    }

    /** How often a poll's mapping met a text that it has no word for. */
    public void unmapped(String poll, ToLongFunction<String> count) {
        var unused = FunctionCounter.builder("simrelay.unmapped.texts", sweeps, held -> count.applyAsLong(poll))
                .description("texts of the vendor that the poll's mapping has no word for, of sweeps that have ended")
                .tags("poll", poll)
                .register(registry);
    }

    /**
     * Kafka.
     *
     * @param up whether it answers
     * @param average milliseconds from the sending of a batch to its acknowledgement, lately
     * @param longest the same, the longest of them
     */
    public void kafka(Supplier<Boolean> up, Supplier<Double> average, Supplier<Double> longest) {
        gauge("simrelay.kafka.up", "1 while Kafka answers", Tags.empty(), () -> up.get() ? 1 : 0);
        String what = "until Kafka acknowledged what was sent, over the last half minute: ";
        gauge("simrelay.kafka.acknowledgement.seconds", what + "on average", Tags.empty(), () -> average.get() / 1e3);
        gauge(
                "simrelay.kafka.acknowledgement.max.seconds",
                what + "the longest",
                Tags.empty(),
                () -> longest.get() / 1e3);
    }

    private void gauge(String name, String what, Tags tags, Supplier<Number> value) {
        var unused = Gauge.builder(name, value).description(what).tags(tags).register(registry);
    }

    private static double seconds(Duration duration) {
        return Math.max(0, duration.toMillis() / 1e3);
    }
}
