package org.simrelay.scenario;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.account.Accounts;
import org.simrelay.account.UsesCredentials;
import org.simrelay.config.Settings;
import org.simrelay.service.Home;
import org.simrelay.service.Wiring;

/**
 * Plays the files of {@code src/test/resources/scenarios}: the real routes and settings, WireMock as the vendor, Kafka
 * without a broker, one context a scenario.
 */
final class ScenarioTest extends CamelMainTestSupport {

    static final String CMIOT_SECRET = "canary-cmiot-password";
    static final String IOTBOS_SECRET = "canary&iotbos=pass word";

    private static final String NO_THREADS = "org.quartz.simpl.ZeroSizeThreadPool";
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final StillClock clock = new StillClock(START);

    @TempDir
    private Path temp;

    private Scenario scenario;
    private Vendor vendor;
    private RecordedKafka kafka;
    private Home home;

    static List<String> files() {
        return Scenario.files();
    }

    // the name is how setupResources, which runs before this, knows the file
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void plays(String file) throws Exception {
        signatures();
        for (Map.Entry<String, String> property : scenario.given().beans().entrySet()) {
            set(property.getKey(), property.getValue());
        }
        vendor.atFirstCall(() -> scenario.when().meanwhile().forEach(this::sweepMeanwhile));
        for (String poll : scenario.when().polls()) {
            sweep(poll);
            clock.forward(Duration.ofMinutes(1));
        }
        new Verdict(file, scenario, vendor, kafka.records()).check();
    }

    @Override
    protected void setupResources() throws IOException {
        String file = contextManagerExtension.getCurrentTestName();
        scenario = Scenario.read(file);
        assumeTrue(scenario.disabled() == null, () -> file + ": " + scenario.disabled());
        vendor = new Vendor(scenario.given().vendor());
        kafka = new RecordedKafka(scenario.given().kafkaRefuses());
        Map<String, String> settings = settings();
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) -> environment.put(Settings.variable(key), value));
        home = Home.open(Path.of("").toAbsolutePath(), environment);
        Properties overrides = new Properties();
        overrides.putAll(settings);
        overrides.put("camel.component.quartz.auto-start-scheduler", "false");
        // no timer fires, and Quartz would wait half a second for its threads to stop
        overrides.put("camel.component.quartz.properties[org.quartz.threadPool.class]", NO_THREADS);
        camelContextConfiguration().withUseOverridePropertiesWithPropertiesComponent(overrides);
    }

    @Override
    protected void cleanupResources() {
        if (vendor != null) {
            vendor.close();
        }
    }

    @Override
    protected String getPropertyPlaceholderLocations() {
        return "file:" + home.settings().file();
    }

    @Override
    protected void configure(MainConfigurationProperties configuration) {
        configuration.withRoutesIncludePattern(home.files().pattern());
        configuration.addConfiguration(new Wiring(home, clock, new SplittableRandom(1)));
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getComponent("kafka", KafkaComponent.class).setKafkaClientFactory(kafka);
        return created;
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "retries.first-wait", "1",
                "retries.longest-wait", "5",
                "cmiot.url", vendor.url() + "/v2",
                "cmiot.main.appid", "A0B40O5",
                "cmiot.main.password", CMIOT_SECRET,
                "cmiot.main.requests-per-second", "1000",
                "iotbos.url", vendor.url(),
                "iotbos.main.account", "tester",
                "iotbos.main.password", IOTBOS_SECRET,
                "iotbos.main.requests-per-second", "1000"));
        Path cards = temp.resolve("cards.csv");
        settings.put("cards.file", cards.toString());
        if (scenario.given().cards() != null) {
            Files.write(cards, scenario.given().cards());
        }
        settings.putAll(scenario.given().settings());
        return settings;
    }

    /** As the service does before it asks: transids begin with the next second. */
    private void signatures() {
        Accounts accounts = context.getRegistry().lookupByNameAndType("accounts", Accounts.class);
        for (UsesCredentials user : context.getRegistry().findByType(UsesCredentials.class)) {
            user.check(accounts.of(user.getVendor(), "main"));
        }
        clock.forward(Duration.ofSeconds(1));
    }

    /** Sets a bean's property as a route file does. */
    private void set(String property, String value) {
        int dot = property.indexOf('.');
        Object bean = context.getRegistry().lookupByName(property.substring(0, dot));
        PropertyBindingSupport.build().bind(context, bean, property.substring(dot + 1), value);
    }

    private void sweepMeanwhile(String poll) {
        clock.forward(Duration.ofMinutes(1));
        try {
            sweep(poll);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void sweep(String poll) throws Exception {
        Route route = context.getRoute(poll);
        Exchange exchange = route.getEndpoint().createExchange();
        exchange.setProperty("scheduledAt", clock.instant());
        route.getProcessor().process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }
}
