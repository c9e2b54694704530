package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.config.Installation;

/** The scenarios in {@code routes/scenarios}, which operators read first. */
final class ShippedScenariosTest {

    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final ScenarioFolder SCENARIOS = new ScenarioFolder(FOLDER);
    private static final Player PLAYER = new Player(FOLDER);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    static Stream<String> names() {
        return SCENARIOS.read(List.of()).stream().map(SCENARIOS::name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void comeAsTheySay(String name) {
        Scenario scenario = scenario(name);
        Played played = PLAYER.play(scenario);
        assertThat(Differences.of(scenario, played)).isEmpty();
        new Verdict(name, scenario, played).check();
    }

    @Test
    void eachPollThatIsOnHasOne() {
        assertThat(SCENARIOS.polls())
                .containsAll(Installation.open(FOLDER, Map.of()).files().polls());
    }

    /** An operator's folder on another machine: its secrets are not there, and its values are not those of the test. */
    @Test
    void needNoSecretOfTheFolder() throws IOException {
        Files.createDirectories(temp.resolve("config"));
        Files.writeString(
                temp.resolve("config/application.properties"),
                """
                cmiot.main.password-file=/run/secrets/of-another-machine
                cmiot.url=https://vendor.invalid/v2
                kafka.brokers=kafka.invalid:9092
                kafka.sasl.jaas.config-file=/run/secrets/of-another-machine
                cards.file=/srv/of-another-machine.csv
                """);
        Path routes = Files.createSymbolicLink(temp.resolve("routes"), FOLDER.resolve("routes"));
        try {
            Scenario scenario = scenario("cmiot-arrearage/ok.yaml");
            assertThat(Differences.of(scenario, new Player(temp).play(scenario)))
                    .isEmpty();
        } finally {
            // JUnit warns of links that lead out of its folder
            Files.delete(routes);
        }
    }

    private static Scenario scenario(String name) {
        return ScenarioReader.read(
                FOLDER.resolve("routes/scenarios").resolve(name), FOLDER.resolve("routes/scenarios"));
    }
}
