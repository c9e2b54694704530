package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.simrelay.RecordSchemas;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsSource;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.lifecycle.PollRun;
import org.simrelay.lifecycle.PollRunner;
import org.simrelay.records.Json;
import org.simrelay.service.Wiring;
import org.simrelay.steps.UsesCredentials;

/** The real routes and settings in one context a test, Kafka without a broker, and a clock that stands still. */
abstract class RealRoutes extends CamelMainTestSupport {

    static final String CMIOT_SECRET = "canary-cmiot-password";
    static final String IOTBOS_SECRET = "canary&iotbos=pass word";
    static final String ONELINK_SECRET = "canary-onelink-password";
    static final String APPID = "A0B40O5";
    static final String ACCOUNT = "tester";

    private static final String NO_THREADS = "org.quartz.simpl.ZeroSizeThreadPool";
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    final StillClock clock = new StillClock(START);

    @SuppressWarnings("NullAway.Init")
    private DryRunKafka kafka;

    @SuppressWarnings("NullAway.Init")
    private Installation home;

    /** Prepares the context, from {@code setupResources}; these settings go before those every test has. */
    final void prepare(Map<String, String> own, List<String> kafkaRefuses) {
        kafka = new DryRunKafka(kafkaRefuses);
        Map<String, String> settings = new HashMap<>(Map.of(
                "retry.initial-delay",
                "1ms",
                "retry.max-delay",
                "5ms",
                "cmiot.main.appid",
                APPID,
                "cmiot.main.password",
                CMIOT_SECRET,
                "cmiot.main.requests-per-second",
                "1000",
                "iotbos.main.account",
                ACCOUNT,
                "iotbos.main.password",
                IOTBOS_SECRET,
                "iotbos.main.requests-per-second",
                "1000"));
        settings.putAll(own);
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) -> environment.put(Settings.variable(key), value));
        home = Installation.open(Path.of("").toAbsolutePath(), environment);
        Properties overrides = new Properties();
        overrides.put("camel.component.quartz.auto-start-scheduler", "false");
        // no timer fires, and Quartz would wait half a second for its threads to stop
        overrides.put("camel.component.quartz.properties[org.quartz.threadPool.class]", NO_THREADS);
        camelContextConfiguration().withUseOverridePropertiesWithPropertiesComponent(overrides);
    }

    @Override
    @SuppressWarnings("deprecation") // what it names instead binds only when Camel has read its options
    protected Registry createCamelRegistry() {
        Registry registry = new DefaultRegistry();
        registry.bind("settings", new SettingsSource(home.settings()));
        return registry;
    }

    @Override
    protected void configure(MainConfigurationProperties configuration) {
        configuration.withRoutesIncludePattern(home.files().pattern());
        configuration.addConfiguration(new Wiring(home, clock, clock.going(), new SplittableRandom(1), kafka));
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getComponent("kafka", KafkaComponent.class).setKafkaClientFactory(kafka);
        return created;
    }

    @AfterEach
    final void recordsFitTheirSchemas() {
        for (DryRunRecord record : kafka.records()) {
            if (record.value().isEmpty()) {
                continue;
            }
            assertThat(RecordSchemas.problems(record.topic(), record.value())).isEmpty();
        }
    }

    /** The polls that take part. */
    final List<String> polls() {
        return home.files().polls();
    }

    /** From now on Kafka refuses the card events of these cards, and no others. */
    final void kafkaRefuses(List<String> cards) {
        kafka.refuses(cards);
    }

    /** Every record up to now. */
    final List<DryRunRecord> records() {
        return kafka.records();
    }

    /** What a topic's records up to now say. */
    final List<JsonNode> values(String topic) {
        return records().stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> {
                    try {
                        return Json.MAPPER.readTree(record.value());
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /** The sweeps that have ended up to now. */
    final List<JsonNode> ends() {
        return values("sim.sweeps").stream()
                .filter(sweep -> sweep.path("phase").asText().equals("ended"))
                .toList();
    }

    /** As the service does before it asks: transids begin with the next second. */
    final void signatures() {
        Accounts accounts = context.getRegistry().lookupByNameAndType("accounts", Accounts.class);
        for (UsesCredentials user : context.getRegistry().findByType(UsesCredentials.class)) {
            user.check(accounts.of(user.getVendor(), "main"));
        }
        clock.forward(Duration.ofSeconds(1));
    }

    /** Edits a shipped route in this context, where the expression first fits; it must fit. */
    final void edit(String route, String regex, String replacement) throws Exception {
        String shipped = Files.readString(Path.of(route));
        String edited = shipped.replaceFirst(regex, replacement);
        assertThat(edited).isNotEqualTo(shipped);
        PluginHelper.getRoutesLoader(context).updateRoutes(List.of(ResourceHelper.fromString("file:" + route, edited)));
    }

    /** Runs a poll once, from its beginning to its end. */
    final void sweep(String poll) throws Exception {
        Exception thrown = new PollRunner(context).run(poll, PollRun.byHand(clock.instant()));
        if (thrown != null) {
            throw thrown;
        }
    }

    /** A poll's timer fires now; as with the real one, what its route fails with is in the exchange. */
    final Exchange tick(String poll) {
        Route route = context.getRoute(poll);
        Exchange tick = route.getEndpoint().createExchange();
        tick.getMessage().setHeader("scheduledFireTime", Date.from(clock.instant()));
        try {
            route.getProcessor().process(tick);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return tick;
    }
}
