package org.simrelay.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.Warnings;

/** Plays the files of {@code src/test/resources/scenarios}, each with a vendor of its own. */
class ScenarioTest extends RealRoutes {

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    @TempDir
    Path temp;

    @SuppressWarnings("NullAway.Init")
    private Scenario scenario;

    @SuppressWarnings("NullAway.Init")
    private StubVendor vendor;

    static List<String> files() {
        return Scenarios.files();
    }

    // the name is how setupResources, which runs before this, knows the file
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void plays(String file) throws Exception {
        signatures();
        scenario.given().beans().forEach(this::set);
        vendor.atFirstCall(() -> scenario.when().meanwhile().forEach(this::sweepMeanwhile));
        for (String poll : scenario.when().polls()) {
            sweep(poll);
            clock.forward(Duration.ofMinutes(1));
        }
        new Verdict(file, scenario, new Calls(vendor), records(), warnings.lines()).check();
    }

    @Override
    protected void setupResources() throws IOException {
        scenario = Scenarios.read(contextManagerExtension.getCurrentTestName());
        vendor = new StubVendor(scenario.given().vendor());
        Path cards = temp.resolve("cards.csv");
        if (scenario.given().cards() != null) {
            Files.write(cards, scenario.given().cards());
        }
        Map<String, String> settings = new HashMap<>(
                Map.of("cmiot.url", vendor.url() + "/v2", "iotbos.url", vendor.url(), "cards.file", cards.toString()));
        settings.putAll(scenario.given().settings());
        prepare(settings, scenario.given().kafkaRefuses());
    }

    @Override
    protected void cleanupResources() {
        if (vendor != null) {
            vendor.close();
        }
    }

    private void sweepMeanwhile(String poll) {
        clock.set(Duration.ofMinutes(1));
        try {
            sweep(poll);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
