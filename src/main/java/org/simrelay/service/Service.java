package org.simrelay.service;

import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.simrelay.cluster.Beside;
import org.simrelay.cluster.Cluster;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.lifecycle.PollRunner;
import org.simrelay.lifecycle.QuietWait;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.lifecycle.Timers;
import org.simrelay.records.Ledgers;
import org.simrelay.web.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: Camel with the routes of a folder. */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    // with what follows, 20 s: Kafka's clients are closed, the ledger is written
    private static final Duration MOST_IN_FLIGHT = Duration.ofSeconds(15);
    private static final long MOST_UNENDED_SECONDS = 1;

    private final Main main;
    private final Clock clock;
    private final Phase phase = new Phase();
    private volatile @Nullable Cluster cluster;
    private volatile @Nullable Beside beside;
    private volatile boolean yielded;
    private Runnable onStarted = () -> {};

    /** Not started; see {@link ServiceStart}. */
    Service(Main main, Clock clock) {
        this.main = main;
        this.clock = clock;
    }

    /** Whether it is starting, runs, or is stopping. */
    Phase phase() {
        return phase;
    }

    /** It asks beside services that run the same accounts. */
    void beside(Beside look) {
        beside = look;
    }

    /** A service has taken an account meanwhile, and goes on with what is open of it: no new request is sent here. */
    void giveWay(String reason) {
        LOG.error("{}: nothing more is asked here", reason);
        yielded = true;
        sweeps().running().stopAll(reason);
    }

    /** Run when the first accounts of this process are taken, and what is remembered of them is restored. */
    void onStarted(Runnable what) {
        onStarted = what;
    }

    /** Whether it has given way to a service. */
    public boolean hasYielded() {
        return yielded;
    }

    Clock clock() {
        return clock;
    }

    /** It is a member of the group, which gives it accounts. */
    void joined(Cluster group) {
        cluster = group;
    }

    /** The first accounts of this process are taken, and its timers fire. */
    void started() {
        onStarted.run();
        phase.started();
    }

    /** What is swept or looked at now, whatever the timers do. */
    public HandRuns byHand() {
        return new HandRuns(new PollRunner(context()), sweeps(), clock);
    }

    /** What failed, and is asked again. */
    public Replays replays() {
        return new Replays(context(), clock);
    }

    /** Sets {@code <bean>.<property>} as a route file does. */
    public void set(String property, String value) {
        BeanProperties.set(context(), property, value);
    }

    /** Whether the service is being stopped. */
    public boolean isStopping() {
        return sweeps().running().isStopping();
    }

    /** Sends no new request, waits for what is in flight, 15 s at most, and stops. */
    public void stop(String reason) {
        phase.stopping();
        Timers.stop(context());
        sweeps().running().stopAll(reason);
        if (!new QuietWait(sweeps().running(), new MonotonicClock()).awaitNone(MOST_IN_FLIGHT)) {
            // what has not ended by now, since Kafka is away, does not end within Camel's own wait either
            context().getShutdownStrategy().setTimeout(MOST_UNENDED_SECONDS);
        }
        close();
    }

    @Override
    public void close() {
        Beside look = beside;
        if (look != null) {
            look.close();
            if (look.isTakingOver()) {
                look.giveBack(ledgers());
            }
        }
        Cluster joined = cluster;
        if (joined != null) {
            // what its accounts have to say is said before
            joined.close();
        }
        Ledgers ledgers = context() == null ? null : bean("ledgers", Ledgers.class);
        main.stop();
        if (ledgers != null) {
            ledgers.close();
        }
    }

    Ledgers ledgers() {
        return bean("ledgers", Ledgers.class);
    }

    private Sweeps sweeps() {
        return bean("sweeps", Sweeps.class);
    }

    <T> T bean(String name, Class<T> type) {
        return context().getRegistry().lookupByNameAndType(name, type);
    }

    CamelContext context() {
        return main.getCamelContext();
    }
}
