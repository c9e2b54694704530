package org.simrelay.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.simrelay.account.AccountNames;
import org.simrelay.account.Accounts;
import org.simrelay.account.RequestExecutor;
import org.simrelay.account.RetryWaits;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.http.CallDeadlines;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.LedgerClients;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.lifecycle.Changes;
import org.simrelay.lifecycle.Departures;
import org.simrelay.lifecycle.EndRecords;
import org.simrelay.lifecycle.InterruptedSweeps;
import org.simrelay.lifecycle.LastEnds;
import org.simrelay.lifecycle.ProgressLog;
import org.simrelay.lifecycle.RunningSweeps;
import org.simrelay.lifecycle.Superseding;
import org.simrelay.lifecycle.SweepEnds;
import org.simrelay.lifecycle.SweepLog;
import org.simrelay.lifecycle.SweepTakeover;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.lifecycle.Timers;
import org.simrelay.lifecycle.ToldFailures;
import org.simrelay.lifecycle.VendorSilence;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Failures;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.source.InventoryBatches;
import org.simrelay.source.InventoryGuard;
import org.simrelay.sweep.SweepListeners;

/** Makes what the service holds, once for its life and over all reloads, and says by which names routes and commands find it. */
public final class Wiring implements CamelConfiguration {

    private final Settings settings;
    private final RouteFiles files;
    private final Clock clock;
    private final Clock monotonic;
    private final RandomGenerator random;
    private final LedgerClients ledgerClients;

    /** @param ledgerClients makes the producers that write the ledgers */
    public Wiring(
            Installation home, Clock clock, Clock monotonic, RandomGenerator random, LedgerClients ledgerClients) {
        this.ledgerClients = ledgerClients;
        this.settings = home.settings();
        this.files = home.files();
        // records tell times to the millisecond, those of checkpoints too
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
        this.monotonic = monotonic;
        this.random = random;
    }

    @Override
    public void configure(CamelContext context) {
        KafkaSettings kafka = new KafkaSettings(settings);
        CallDeadlines deadlines = new CallDeadlines(monotonic);
        Components.http(context, deadlines);
        Components.kafka(context, kafka);
        Watches watches = new Watches(context);
        watches.startOnKafka(clock, monotonic);
        watches.startOnCalls(deadlines);
        bind(
                context.getRegistry(),
                new WholeTopic(kafka, System::nanoTime),
                watches,
                context.getExecutorServiceManager().newCachedThreadPool(this, "sweep"));
    }

    private void bind(Registry registry, WholeTopic wholeTopic, Watches watches, ExecutorService sweepThreads) {
        Accounts accounts = new Accounts(settings, clock, monotonic, random);
        Ledgers ledgers = new Ledgers(ledgerClients, clock, System::nanoTime);
        Failures failures = new Failures(clock);
        Mappings mappings = new Mappings(files, Json.MAPPER.writer());
        LastEnds lastEnds = new LastEnds(clock);
        VendorSilence silence = new VendorSilence(new RetryWaits(settings));
        ProgressLog progress = new ProgressLog(clock, Timers.VENDORS_ZONE);
        ToldFailures told = new ToldFailures();
        watches.startOnSweeps(silence, progress);
        SweepListeners listeners = new SweepListeners(new SweepLog(), lastEnds, silence, progress, told);
        InterruptedSweeps interrupted = new InterruptedSweeps(accounts, failures, clock, listeners);
        InventoryGuard inventoryGuard = new InventoryGuard(settings);
        Departures departures = new Departures();
        registry.bind("departures", departures);
        Changes changes = new Changes(ledgers, clock);
        registry.bind("changes", changes);
        EndRecords endRecords = new EndRecords(failures, inventoryGuard, ledgers, departures, changes, clock);
        RunningSweeps running = new RunningSweeps();
        Superseding superseding = new Superseding(
                wholeTopic,
                failures,
                ledgers,
                (poll, one, other) -> PollBeans.asksTheSame(registry, poll, one, other),
                settings.duration("failures.keep-closed"),
                clock);
        registry.bind("superseding", superseding);
        SweepEnds ends = new SweepEnds(running, mappings, endRecords, ledgers, listeners, superseding);
        Sweeps sweeps = new Sweeps(interrupted, accounts, mappings, ends, running, ledgers, clock, listeners);
        ledgers.onTakeover(new SweepTakeover(
                sweeps, new Remembering(wholeTopic, superseding, departures, changes), wholeTopic, clock));
        registry.bind("json", ObjectMapper.class, Json.MAPPER);
        registry.bind("wholeTopic", wholeTopic);
        registry.bind("accounts", accounts);
        registry.bind("inventoryGuard", inventoryGuard);
        InventoryBatches inventory =
                new InventoryBatches(inventoryGuard, new AccountNames(settings, files.vendors()), clock);
        registry.bind("inventory", inventory, null, "close");
        registry.bind("mappings", mappings);
        registry.bind("ledgers", ledgers);
        registry.bind("failures", failures);
        registry.bind("sweepListeners", listeners);
        registry.bind("lastEnds", lastEnds);
        registry.bind("sweepEnds", ends);
        registry.bind("sweeps", sweeps);
        registry.bind("cutSweeps", interrupted);
        RequestExecutor threads = new RequestExecutor();
        registry.bind("requestThreads", ExecutorService.class, threads);
        registry.bind("sweepThreads", ExecutorService.class, sweepThreads);
        new Steps(
                        settings,
                        clock,
                        mappings,
                        failures,
                        ledgers,
                        sweeps,
                        ends,
                        told,
                        inventory,
                        departures,
                        changes,
                        threads)
                .bind(registry);
    }
}
