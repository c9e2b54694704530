package org.simrelay.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.simrelay.cluster.Beside;
import org.simrelay.cluster.Cluster;
import org.simrelay.config.Causes;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.lifecycle.OpenFailure;
import org.simrelay.lifecycle.OpenFailures;
import org.simrelay.lifecycle.PollRunner;
import org.simrelay.lifecycle.QuietWait;
import org.simrelay.lifecycle.Replay;
import org.simrelay.lifecycle.ReplayPlan;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.lifecycle.Timers;
import org.simrelay.records.Failures;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.web.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: Camel with the routes of a folder. */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    // a process that is fenced by one that stays gives way, and does not fence it for ever
    private static final int MOST_FENCES = 3;

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

    /**
     * Joins the group, goes on with the sweeps that were cut of the accounts that it gives to this process, and lets the timers fire
     * from now on.
     *
     * @param fatal is told why the service cannot go on
     * @throws SettingsException when the routes cannot be watched, or Kafka gives no membership or no transactions
     */
    public void startTimers(Installation home, Consumer<String> fatal) {
        try {
            new PollReload(context(), home, sweeps()).start();
        } catch (Exception e) {
            throw new SettingsException("routes/polls cannot be watched: " + Causes.of(e));
        }
        ledgers().fencesAgain(MOST_FENCES);
        Cluster joined = Cluster.join(home, context(), clock, fatal);
        cluster = joined;
        // a tick before an account is this process's is made up for
        Timers.start(context());
        joined.await();
        onStarted.run();
        phase.started();
    }

    /** When the timer of each of these polls fires next, in its own zone, the soonest first; without those that have none. */
    public Map<String, ZonedDateTime> nextTimes(Collection<String> polls) {
        Instant now = clock.instant();
        Map<String, ZonedDateTime> next = new HashMap<>();
        polls.forEach(poll -> {
            ZonedDateTime time = Timers.next(context(), poll, now);
            if (time != null) {
                next.put(poll, time);
            }
        });
        Map<String, ZonedDateTime> sorted = new LinkedHashMap<>();
        next.entrySet().stream()
                .sorted(Map.Entry.<String, ZonedDateTime>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /**
     * One sweep of a poll for each of its vendor's accounts, now.
     *
     * @return how each ended, by the key of its records, in order; failed also when Kafka could not be told
     */
    public Map<String, SweepEnd> sweep(String poll) {
        return new HandRuns(runner(), sweeps(), clock).sweep(poll);
    }

    /** One request of a poll, now, with the same route; a service that rehearses publishes nothing. */
    public void preview(String poll, Preview preview) {
        new HandRuns(runner(), sweeps(), clock).preview(poll, preview);
    }

    /**
     * What stands open in sim.failures.
     *
     * @param sweepOrPoll whose; null for all
     * @throws SettingsException when Kafka does not tell
     */
    public OpenFailures openFailures(@Nullable String sweepOrPoll) {
        return new OpenFailures(bean("wholeTopic", WholeTopic.class), Json.MAPPER, sweepOrPoll);
    }

    /** What a replay of these would ask, a line a poll and account. */
    public List<String> replayPlan(OpenFailures open) {
        ReplayPlan plan = new ReplayPlan(new ReplayRunner(context(), runner()));
        open.forEach(plan::add);
        return plan.lines();
    }

    /** Asks again for what failed, and marks what is then published as done; gives how each poll's sweep ended. */
    public Map<String, SweepEnd> replay(List<OpenFailure> open) {
        Replay.Runner runner = new ReplayRunner(context(), runner());
        return new Replay(runner, bean("failures", Failures.class), ledgers()).replay(open, clock.instant());
    }

    /** Sets {@code <bean>.<property>} as a route file does. */
    public void set(String property, String value) {
        BeanProperties.set(context(), property, value);
    }

    /** Whether the service is being stopped. */
    public boolean isStopping() {
        return sweeps().running().isStopping();
    }

    /**
     * Sends no new request, waits for the running sweeps to end, and stops.
     *
     * @param most how long to wait for them
     */
    public void stop(String reason, Duration most) {
        phase.stopping();
        Timers.stop(context());
        sweeps().running().stopAll(reason);
        var unused = new QuietWait(sweeps().running(), new MonotonicClock()).awaitNone(most);
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

    private PollRunner runner() {
        return new PollRunner(context());
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
