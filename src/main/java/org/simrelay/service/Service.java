package org.simrelay.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.PropertyBindingSupport;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Accounts;
import org.simrelay.check.Preflight;
import org.simrelay.config.Causes;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.lifecycle.InterruptedSweeps;
import org.simrelay.lifecycle.OpenFailure;
import org.simrelay.lifecycle.OpenFailures;
import org.simrelay.lifecycle.PollRun;
import org.simrelay.lifecycle.PollRunner;
import org.simrelay.lifecycle.Replay;
import org.simrelay.lifecycle.SavedState;
import org.simrelay.lifecycle.StateRestorer;
import org.simrelay.lifecycle.SweepResumer;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.lifecycle.Timers;
import org.simrelay.records.Failures;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.steps.Query;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepId;
import org.simrelay.sweep.SweepResult;

/** The running service: Camel with the routes of a folder. */
public final class Service implements AutoCloseable {

    // a process that is fenced by one that stays gives way, and does not fence it for ever
    private static final int MOST_FENCES = 3;

    private final Main main;
    private final Clock clock;
    private SavedState remembered = SavedState.NOTHING;

    private Service(Main main, Clock clock) {
        this.main = main;
        this.clock = clock;
    }

    /**
     * Checks everything and starts the routes; no timer fires yet.
     *
     * @param polls the polls that must be there
     * @throws SettingsException with everything that is wrong, before any vendor is asked
     */
    public static Service start(Installation home, List<String> polls) {
        Preflight preflight = new Preflight(home);
        preflight.files(polls);
        preflight.kafka();
        Service service = started(home, preflight, null);
        try {
            // first nobody else may write, then what is read is all there is
            service.ledgers().fence(service.accounts(home));
            service.remembered = StateRestorer.restore(home, service.context().getRegistry());
            return service;
        } catch (SettingsException e) {
            service.close();
            throw e;
        }
    }

    /**
     * As {@link #start}, but without Kafka.
     *
     * @param kafka keeps what would be published
     * @param reply what each call is answered with, and no vendor is asked; null to ask the vendor
     * @throws SettingsException with everything that is wrong but Kafka
     */
    public static Service dryRun(Installation home, List<String> polls, DryRunKafka kafka, @Nullable SavedReply reply) {
        Preflight preflight = new Preflight(home);
        preflight.files(polls);
        Clock clock = Clock.systemUTC();
        return started(preflight, clock, () -> {
            Main main = CamelMain.of(home, clock, new MonotonicClock(), kafka);
            if (reply != null) {
                main.configure().addConfiguration(reply);
            }
            return main;
        });
    }

    /**
     * As {@link #dryRun(Installation, List, DryRunKafka, SavedReply)} with the vendor, at another time.
     *
     * @param monotonic measures durations
     */
    public static Service dryRun(
            Installation home, List<String> polls, DryRunKafka kafka, Clock clock, Clock monotonic) {
        Preflight preflight = new Preflight(home);
        preflight.files(polls);
        return started(preflight, clock, () -> CamelMain.of(home, clock, monotonic, kafka));
    }

    /**
     * Checks everything, Kafka's producer too; no timer fires.
     *
     * @param offline Kafka is not asked
     * @throws SettingsException with everything that is wrong
     */
    public static void check(Installation home, boolean offline) {
        Preflight preflight = new Preflight(home);
        preflight.files(List.of());
        preflight.inventory();
        if (!offline) {
            preflight.kafka();
        }
        try (Service service = started(home, preflight, offline ? new DryRunKafka() : null)) {
            preflight.pace(service.context(), service.clock.instant());
        }
    }

    /**
     * Goes on with the sweeps that were cut, and lets the timers fire from now on.
     *
     * @throws SettingsException when the routes cannot be watched
     */
    public void startTimers(Installation home) {
        try {
            new PollReload(context(), home, sweeps()).start();
        } catch (Exception e) {
            throw new SettingsException("routes/polls cannot be watched: " + Causes.of(e));
        }
        ledgers().fencesAgain(MOST_FENCES);
        new SweepResumer(
                        context(),
                        bean("accounts", Accounts.class),
                        bean("cutSweeps", InterruptedSweeps.class),
                        ledgers(),
                        clock)
                .resumeAll(remembered.open());
        Timers.start(context());
    }

    /**
     * One sweep of a poll for each of its vendor's accounts, now.
     *
     * @return how each ended, by the key of its records, in order; failed also when Kafka could not be told
     */
    public Map<String, SweepEnd> sweep(String poll) {
        PollRun run = PollRun.byHand(clock.instant());
        Exception thrown = runner().run(poll, run);
        Map<String, SweepEnd> ends = new TreeMap<>();
        for (String account : sweeps().accounts(poll, run)) {
            ends.put(
                    SweepId.key(poll, account),
                    new SweepEnd(
                            SweepResult.FAILED, thrown == null ? "its end could not be published" : Causes.of(thrown)));
        }
        run.ends().forEach((sweep, end) -> ends.put(sweep.id().key(), end));
        return ends;
    }

    /** One request of a poll, now, with the same route; a service that rehearses publishes nothing. */
    public void preview(String poll, Preview preview) {
        PollRun run = PollRun.preview(clock.instant(), preview);
        Exception thrown = runner().run(poll, run);
        preview.ended(
                thrown == null
                        ? run.ends().values().stream()
                                .map(SweepEnd::reason)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)
                        : Causes.of(thrown));
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

    /** Asks again for what failed, and marks what is then published as done; gives how each poll's sweep ended. */
    public Map<String, SweepEnd> replay(List<OpenFailure> open) {
        Replay.Runner runner = new Replay.Runner() {
            @Override
            public boolean has(String poll) {
                return runner().has(poll);
            }

            @Override
            public boolean hasAccount(String poll, String account) {
                return bean("accounts", Accounts.class)
                        .names(RouteFiles.vendor(poll))
                        .contains(account);
            }

            @Override
            public boolean isStopping() {
                return sweeps().running().isStopping();
            }

            @Override
            public boolean asksByTime(String poll) {
                return bean(poll, Query.class).asksByTime();
            }

            @Override
            public void run(String poll, PollRun run) {
                var unused = runner().run(poll, run);
            }
        };
        return new Replay(runner, bean("failures", Failures.class), ledgers()).replay(open, clock.instant());
    }

    /** Sets {@code <bean>.<property>} as a route file does. */
    public void set(String property, String value) {
        int dot = property.indexOf('.');
        Object bean = context().getRegistry().lookupByName(property.substring(0, Math.max(0, dot)));
        if (bean == null) {
            throw new SettingsException("no bean has \"" + property + "\"; it must be <bean>.<property>");
        }
        PropertyBindingSupport.build().bind(context(), bean, property.substring(dot + 1), value);
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
        Timers.stop(context());
        sweeps().running().stopAll(reason);
        Clock monotonic = new MonotonicClock();
        Instant until = monotonic.instant().plus(most);
        while (!sweeps().running().list().isEmpty() && monotonic.instant().isBefore(until)) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close();
    }

    @Override
    public void close() {
        Ledgers ledgers = context() == null ? null : bean("ledgers", Ledgers.class);
        main.stop();
        if (ledgers != null) {
            ledgers.close();
        }
    }

    private PollRunner runner() {
        return new PollRunner(context());
    }

    /** The accounts of the polls that are here, {@code /<vendor>/<account>}. */
    private Set<String> accounts(Installation home) {
        Accounts accounts = bean("accounts", Accounts.class);
        return home.files().polls().stream()
                .map(RouteFiles::vendor)
                .flatMap(vendor -> accounts.names(vendor).stream()
                        .map(name -> accounts.of(vendor, name).source()))
                .collect(Collectors.toSet());
    }

    private Ledgers ledgers() {
        return bean("ledgers", Ledgers.class);
    }

    private Sweeps sweeps() {
        return bean("sweeps", Sweeps.class);
    }

    private <T> T bean(String name, Class<T> type) {
        return context().getRegistry().lookupByNameAndType(name, type);
    }

    private CamelContext context() {
        return main.getCamelContext();
    }

    private static Service started(Installation home, Preflight preflight, @Nullable DryRunKafka kafka) {
        Clock clock = Clock.systemUTC();
        return started(preflight, clock, () -> CamelMain.of(home, clock, new MonotonicClock(), kafka));
    }

    private static Service started(Preflight preflight, Clock clock, Supplier<Main> main) {
        preflight.done();
        Service service = new Service(main.get(), clock);
        try {
            service.main.start();
            preflight.beans(service.context().getRegistry());
            preflight.done();
            return service;
        } catch (Exception e) {
            service.close();
            throw e instanceof SettingsException known ? known : new SettingsException(Causes.of(e));
        }
    }
}
