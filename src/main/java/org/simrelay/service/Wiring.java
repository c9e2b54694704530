package org.simrelay.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.spi.Registry;
import org.simrelay.account.Accounts;
import org.simrelay.account.EnterGate;
import org.simrelay.account.LeaveGate;
import org.simrelay.account.PassGate;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.event.EventSerializer;
import org.simrelay.http.TimeoutConverter;
import org.simrelay.http.VendorAddress;
import org.simrelay.http.VendorHeaders;
import org.simrelay.http.VendorHttp;
import org.simrelay.inventory.Batches;
import org.simrelay.inventory.LastSizes;
import org.simrelay.kafka.BrokerWatch;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.lifecycle.CutSweeps;
import org.simrelay.lifecycle.EndRecords;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.mapping.Mappings;
import org.simrelay.paging.PageReader;
import org.simrelay.records.Acknowledged;
import org.simrelay.records.CardEvents;
import org.simrelay.records.Failures;
import org.simrelay.records.Json;
import org.simrelay.records.NoHeaders;
import org.simrelay.records.Outbox;
import org.simrelay.reply.Replies;
import org.simrelay.retry.Retries;
import org.simrelay.sweep.RequestScope;

/** Makes the beans that the routes name, once for the life of the service, and hands Kafka's settings to its component. */
public final class Wiring implements CamelConfiguration {

    private final Settings settings;
    private final RouteFiles files;
    private final Clock clock;
    private final RandomGenerator random;

    public Wiring(Home home, Clock clock, RandomGenerator random) {
        this.settings = home.settings();
        this.files = home.files();
        // records tell times to the millisecond, those of checkpoints too
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
        this.random = random;
    }

    @Override
    public void configure(CamelContext context) {
        TimeoutConverter.addTo(context.getTypeConverterRegistry());
        Accounts accounts = new Accounts(settings, clock, random);
        Failures failures = new Failures(clock);
        Mappings mappings = new Mappings(files, Json.MAPPER.writer());
        CutSweeps cutSweeps = new CutSweeps(accounts, failures, clock);
        Outbox outbox = new Outbox(clock);
        LastSizes lastSizes = new LastSizes(settings);
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
        registry.bind("sweeps", new Sweeps(cutSweeps, mappings, new EndRecords(failures, lastSizes, clock), clock));
        registry.bind("lastSizes", lastSizes);
        registry.bind("batches", new Batches(settings, lastSizes, clock));
        registry.bind("pageReader", new PageReader());
        registry.bind("requestScope", new RequestScope());
        registry.bind("enterGate", new EnterGate());
        registry.bind("passGate", new PassGate());
        registry.bind("leaveGate", new LeaveGate());
        registry.bind("replies", new Replies(clock));
        registry.bind("retries", new Retries(settings));
        registry.bind("mappings", mappings);
        registry.bind("cardEvents", new CardEvents(mappings, failures, clock));
        registry.bind("acknowledged", new Acknowledged());
        registry.bind("failures", failures);
        registry.bind("outbox", outbox);
        registry.bind("vendorAddress", new VendorAddress());
        registry.bind("vendorHeaders", new VendorHeaders());
        BrokerWatch watch = registry.lookupByNameAndType("kafkaClientFactory", BrokerWatch.class);
        if (watch != null) {
            ScheduledExecutorService timer =
                    context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "broker-watch");
            var unusedWatch = timer.scheduleWithFixedDelay(watch, 1, 1, TimeUnit.SECONDS);
            var unusedSend = timer.scheduleWithFixedDelay(() -> sendKept(context, outbox), 1, 1, TimeUnit.SECONDS);
        }
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        http.setHttpClientConfigurer(new VendorHttp(clock));
        // Camel has a component for each scheme, with options of its own; here both are one
        context.addComponent("https", http);
        KafkaConfiguration kafka =
                context.getComponent("kafka", KafkaComponent.class).getConfiguration();
        // whichever route publishes: no header of a message becomes a record's, the serializer writes those
        kafka.setHeaderFilterStrategy(new NoHeaders());
        kafka.setValueSerializer(EventSerializer.class.getName());
        kafka.setRecordMetadata(false);
        kafka.getAdditionalProperties().putAll(new KafkaSettings(settings).producer());
    }

    /** What Kafka did not take follows when it is back, though no sweep may have anything to say for long. */
    private static void sendKept(CamelContext context, Outbox outbox) {
        if (outbox.isDue() && context.isStarted()) {
            context.createFluentProducerTemplate()
                    .withBody(List.of())
                    .to("direct:record")
                    .send();
        }
    }
}
