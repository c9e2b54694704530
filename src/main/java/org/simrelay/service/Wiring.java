package org.simrelay.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.spi.Registry;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.http.CallDeadlines;
import org.simrelay.http.TimeoutConverter;
import org.simrelay.http.VendorHttpComponent;
import org.simrelay.jvm.ClockWatch;
import org.simrelay.kafka.BrokerWatch;
import org.simrelay.kafka.EventSerializer;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.LedgerClients;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.lifecycle.Checkpoints;
import org.simrelay.lifecycle.EndRecords;
import org.simrelay.lifecycle.InterruptedSweeps;
import org.simrelay.lifecycle.SweepTakeover;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Failures;
import org.simrelay.records.InvalidFailures;
import org.simrelay.records.Json;
import org.simrelay.records.Ledgers;
import org.simrelay.records.NoHeaders;
import org.simrelay.source.Batches;
import org.simrelay.source.InventoryGuard;
import org.simrelay.steps.AbandonSweep;
import org.simrelay.steps.AcquirePermit;
import org.simrelay.steps.AwaitPace;
import org.simrelay.steps.BisectBatch;
import org.simrelay.steps.CountPublished;
import org.simrelay.steps.DecideOnFailure;
import org.simrelay.steps.HandBackRequest;
import org.simrelay.steps.MapToCardEvents;
import org.simrelay.steps.OpenRequest;
import org.simrelay.steps.PageItems;
import org.simrelay.steps.ReadReply;
import org.simrelay.steps.RecordFailure;
import org.simrelay.steps.ReleasePermit;
import org.simrelay.steps.RetryPolicy;
import org.simrelay.steps.SetRequestTarget;
import org.simrelay.steps.SuspendRequest;
import org.simrelay.steps.VendorHeaders;

/** Makes the beans that the routes name, once for the life of the service, and hands Kafka's settings to its component. */
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
        TimeoutConverter.addTo(context.getTypeConverterRegistry());
        Accounts accounts = new Accounts(settings, clock, monotonic, random);
        Ledgers ledgers = new Ledgers(ledgerClients, clock, System::nanoTime);
        Failures failures = new Failures(clock);
        Mappings mappings = new Mappings(files, Json.MAPPER.writer());
        InterruptedSweeps cutSweeps = new InterruptedSweeps(accounts, failures, clock);
        InventoryGuard inventoryGuard = new InventoryGuard(settings);
        Registry registry = context.getRegistry();
        registry.bind("cutSweeps", cutSweeps);
        registry.bind("json", ObjectMapper.class, Json.MAPPER);
        files.polls().stream()
                .map(RouteFiles::vendor)
                .distinct()
                .forEach(vendor -> registry.bind(
                        vendor + "Requests",
                        ExecutorService.class,
                        accounts.of(vendor, Accounts.FIRST).threads()));
        registry.bind("accounts", accounts);
        WholeTopic topics = new WholeTopic(new KafkaSettings(settings), System::nanoTime);
        Sweeps sweeps = new Sweeps(
                cutSweeps, mappings, new EndRecords(failures, inventoryGuard, ledgers, clock), ledgers, clock);
        ledgers.onTakeover(new SweepTakeover(sweeps, () -> new Checkpoints(topics, Json.MAPPER).read()));
        registry.bind("sweeps", sweeps);
        registry.bind("ledgers", ledgers);
        registry.bind("inventoryGuard", inventoryGuard);
        registry.bind("batches", new Batches(settings, inventoryGuard, clock), null, "close");
        registry.bind("pageReader", new PageItems());
        registry.bind("requestScope", new OpenRequest());
        registry.bind("enterGate", new AcquirePermit());
        registry.bind("passGate", new AwaitPace());
        registry.bind("leaveGate", new ReleasePermit());
        registry.bind("replies", new ReadReply(clock));
        registry.bind("retryPolicy", new RetryPolicy(settings));
        registry.bind("mappings", mappings);
        registry.bind("cardEvents", new MapToCardEvents(mappings, new InvalidFailures(failures), ledgers, clock));
        registry.bind("acknowledged", new CountPublished());
        registry.bind("failures", failures);
        registry.bind("decideOnFailure", new DecideOnFailure());
        registry.bind("bisectBatch", new BisectBatch());
        registry.bind("handBackRequest", new HandBackRequest());
        registry.bind("suspendRequest", new SuspendRequest());
        registry.bind("recordFailure", new RecordFailure(failures, ledgers, clock));
        registry.bind("abandonSweep", new AbandonSweep());
        registry.bind("vendorAddress", new SetRequestTarget());
        registry.bind("vendorHeaders", new VendorHeaders());
        BrokerWatch watch = registry.lookupByNameAndType("kafkaClientFactory", BrokerWatch.class);
        if (watch != null) {
            ScheduledExecutorService timer =
                    context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "broker-watch");
            // a thread of its own: it must run when all others wait
            ScheduledExecutorService renewal =
                    context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "producer-renewal");
            long period = BrokerWatch.RENEWAL.toMillis();
            var unusedRenewal = renewal.scheduleWithFixedDelay(watch::renew, period, period, TimeUnit.MILLISECONDS);
            var unusedWatch = timer.scheduleWithFixedDelay(watch, 1, 1, TimeUnit.SECONDS);
            var unusedClock = timer.scheduleWithFixedDelay(new ClockWatch(clock, monotonic), 1, 1, TimeUnit.SECONDS);
        }
        CallDeadlines deadlines = new CallDeadlines(monotonic);
        ScheduledExecutorService deadlineTimer =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "http-deadlines");
        var unusedLook = deadlineTimer.scheduleWithFixedDelay(
                deadlines, CallDeadlines.LOOK_MILLIS, CallDeadlines.LOOK_MILLIS, TimeUnit.MILLISECONDS);
        // where Camel looks for a component before it makes its own
        registry.bind("http-component", new VendorHttpComponent(deadlines));
        // Camel has a component for each scheme, with options of its own; here both are one
        context.addComponent("https", context.getComponent("http", VendorHttpComponent.class));
        KafkaConfiguration kafka =
                context.getComponent("kafka", KafkaComponent.class).getConfiguration();
        // whichever route publishes: no header of a message becomes a record's, the serializer writes those
        kafka.setHeaderFilterStrategy(new NoHeaders());
        kafka.setValueSerializer(EventSerializer.class.getName());
        kafka.setRecordMetadata(false);
        kafka.getAdditionalProperties().putAll(new KafkaSettings(settings).producer());
    }
}
