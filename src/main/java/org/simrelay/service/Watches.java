package org.simrelay.service;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.simrelay.http.CallDeadlines;
import org.simrelay.jvm.ClockWatch;
import org.simrelay.jvm.EachTurn;
import org.simrelay.kafka.BrokerWatch;
import org.simrelay.lifecycle.LastEnds;
import org.simrelay.lifecycle.Sweeps;

/** What looks every now and then, each on a thread that Camel stops with the context. */
final class Watches {

    private final CamelContext context;

    Watches(CamelContext context) {
        this.context = context;
    }

    /** Kafka's producers, whether a broker answers, and the machine's clock; nothing where no real Kafka is used. */
    void startOnKafka(Clock clock, Clock monotonic) {
        BrokerWatch brokers = context.getRegistry().lookupByNameAndType("kafkaClientFactory", BrokerWatch.class);
        if (brokers == null) {
            return;
        }
        // a thread of its own: it must run when all others wait
        every("producer-renewal", timer("producer-renewal"), brokers::renew, BrokerWatch.RENEWAL.toMillis());
        ScheduledExecutorService timer = timer("broker-watch");
        every("broker-watch", timer, brokers, 1_000);
        every("clock-watch", timer, new ClockWatch(clock, monotonic, this::clockSetBack), 1_000);
    }

    private void clockSetBack() {
        Registry beans = context.getRegistry();
        beans.lookupByNameAndType("sweeps", Sweeps.class).clockSetBack(context);
        beans.lookupByNameAndType("lastEnds", LastEnds.class).clockSetBack();
    }

    /** What the log says of running sweeps in between; nothing where no real Kafka is used, since time may stand still there. */
    void startOnSweeps(Runnable... looks) {
        if (context.getRegistry().lookupByNameAndType("kafkaClientFactory", BrokerWatch.class) == null) {
            return;
        }
        ScheduledExecutorService timer = timer("sweep-watch");
        for (Runnable look : looks) {
            every("sweep-watch", timer, look, 1_000);
        }
    }

    /** Calls that take longer than they may. */
    void startOnCalls(CallDeadlines deadlines) {
        every("http-deadlines", timer("http-deadlines"), deadlines, CallDeadlines.LOOK_MILLIS);
    }

    private ScheduledExecutorService timer(String name) {
        return context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, name);
    }

    private static void every(String name, ScheduledExecutorService timer, Runnable look, long millis) {
        var unused = timer.scheduleWithFixedDelay(new EachTurn(name, look), millis, millis, TimeUnit.MILLISECONDS);
    }
}
