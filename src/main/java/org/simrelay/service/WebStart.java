package org.simrelay.service;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.simrelay.config.Installation;
import org.simrelay.config.Settings;
import org.simrelay.jvm.EachTurn;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.BrokerWatch;
import org.simrelay.kafka.KafkaProbe;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.web.Health;
import org.simrelay.web.HealthPath;
import org.simrelay.web.Phase;
import org.simrelay.web.WebPath;
import org.simrelay.web.WebServer;
import org.simrelay.web.WebSettings;

/** What the HTTP server of {@code run} serves, a line a path. */
final class WebStart {

    private final CamelContext context;
    private final Installation home;
    private final Settings settings;
    private final Clock monotonic = new MonotonicClock();

    WebStart(CamelContext context, Installation home) {
        this.context = context;
        this.home = home;
        this.settings = home.settings();
    }

    /**
     * Listens, unless the settings say otherwise; from now on it is asked whether the service is ready.
     *
     * @param more makes what is served besides
     * @throws org.simrelay.config.SettingsException when it cannot listen where the settings say
     */
    void serve(Phase phase, Supplier<List<WebPath>> more) {
        if (!WebSettings.of(settings).enabled()) {
            return;
        }
        health(phase);
        WebServer server =
                WebServer.start(context, settings).add(HealthPath.live(context)).add(HealthPath.ready(context));
        more.get().forEach(server::add);
    }

    /** Measures, now that what earlier runs left has been restored. */
    void measure() {
        if (WebSettings.of(settings).enabled()) {
            new MetricsStart(context, home).start();
        }
    }

    private void health(Phase phase) {
        BrokerWatch watch = context.getRegistry().lookupByNameAndType("kafkaClientFactory", BrokerWatch.class);
        KafkaProbe probe = new KafkaProbe(new KafkaSettings(settings), monotonic);
        context.getRegistry().bind("kafkaProbe", probe, null, "close");
        ScheduledExecutorService timer =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "kafka-probe");
        long every = KafkaProbe.EVERY.toMillis();
        var unused =
                timer.scheduleWithFixedDelay(new EachTurn("kafka-probe", probe), every, every, TimeUnit.MILLISECONDS);
        KafkaHealth kafka = new KafkaHealth(probe, watch);
        context.getRegistry().bind("kafkaHealth", kafka);
        HealthCheckRegistry checks = HealthCheckRegistry.get(context);
        checks.register(new Health("start", phase::obstacle));
        checks.register(new Health("kafka", kafka::obstacle));
    }
}
