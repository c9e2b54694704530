package org.simrelay.service;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.component.micrometer.prometheus.MicrometerPrometheus;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.account.Lease;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.BrokerWatch;
import org.simrelay.lifecycle.LastEnds;
import org.simrelay.lifecycle.OpenFailureCount;
import org.simrelay.lifecycle.Ticks;
import org.simrelay.mapping.Mappings;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepListener;
import org.simrelay.sweep.SweepListeners;
import org.simrelay.web.Metrics;

/** What is measured, and where the numbers come from: {@code /observe/metrics}. */
final class MetricsStart {

    private static final String PATH = "/observe/metrics";

    private final CamelContext context;
    private final Registry beans;
    private final Installation home;
    private final Clock clock = Clock.systemUTC();
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    MetricsStart(CamelContext context, Installation home) {
        this.context = context;
        this.beans = context.getRegistry();
        this.home = home;
    }

    /** Measures from now on, when what earlier runs left has been restored: before, an age would be wrong. */
    void start() {
        Metrics metrics = new Metrics(registry(), clock, new MonotonicClock());
        metrics.jvm();
        BrokerWatch brokers = beans.lookupByNameAndType("kafkaClientFactory", BrokerWatch.class);
        KafkaHealth kafka = beans.lookupByNameAndType("kafkaHealth", KafkaHealth.class);
        metrics.kafka(
                () -> kafka.obstacle() == null,
                () -> brokers.largest("request-latency-avg"),
                () -> brokers.largest("request-latency-max"));
        OpenFailureCount open = beans.lookupByNameAndType("openFailureCount", OpenFailureCount.class);
        Accounts accounts = beans.lookupByNameAndType("accounts", Accounts.class);
        for (String poll : home.files().polls()) {
            accounts.names(RouteFiles.vendor(poll)).forEach(account -> poll(metrics, poll, account, open));
        }
        SweepListeners listeners = beans.lookupByNameAndType("sweepListeners", SweepListeners.class);
        listeners.add(new SweepListener() {
            @Override
            public void begun(Sweep sweep, boolean resumed) {
                // a poll whose file is new since the start
                poll(metrics, sweep.id().poll(), sweep.id().account(), open);
            }
        });
        listeners.add(metrics.listener());
    }

    private void poll(Metrics metrics, String poll, String account, OpenFailureCount open) {
        if (!known.add(SweepId.key(poll, account))) {
            return;
        }
        LastEnds ends = beans.lookupByNameAndType("lastEnds", LastEnds.class);
        Mappings mappings = beans.lookupByNameAndType("mappings", Mappings.class);
        Accounts accounts = beans.lookupByNameAndType("accounts", Accounts.class);
        Account of = accounts.of(RouteFiles.vendor(poll), account);
        BooleanSupplier here = () -> accounts.lease().of(of.source()) != Lease.Standing.GONE;
        if (known.add(of.source())) {
            metrics.account(of, here);
        }
        metrics.poll(poll, account, ends::completeAt, this::apart, open::of, here);
        if (known.add(poll + " texts")) {
            metrics.unmapped(poll, mappings::unmapped);
        }
    }

    private @Nullable Duration apart(String poll) {
        Route route = context.getRoute(poll);
        Ticks ticks = route == null ? null : Ticks.of(route);
        return ticks == null ? null : ticks.apart(clock.instant());
    }

    /** Camel's own registry and its path; none of Camel's meters, which cost something for each exchange. */
    private MeterRegistry registry() {
        MicrometerPrometheus camel = new MicrometerPrometheus();
        camel.setCamelContext(context);
        camel.setPath(PATH);
        camel.setEnableRoutePolicy(false);
        camel.setEnableExchangeEventNotifier(false);
        camel.setEnableRouteEventNotifier(false);
        camel.setEnableMessageHistory(false);
        camel.setClearOnReload(false);
        camel.setSkipCamelInfo(true);
        try {
            context.addService(camel);
        } catch (Exception e) {
            throw new IllegalStateException("Camel's metrics cannot be started", e);
        }
        return beans.lookupByNameAndType(MicrometerConstants.METRICS_REGISTRY_NAME, MeterRegistry.class);
    }
}
