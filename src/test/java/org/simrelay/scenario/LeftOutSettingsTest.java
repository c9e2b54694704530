package org.simrelay.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays some scenarios with an empty settings' file: every line may be left out, those of Camel's options too. */
final class LeftOutSettingsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "cmiot/codes/code-99-then-ok.yaml",
                "iotbos/replies/empty-body-then-ok.yaml",
                "iotbos/replies/http-301-not-followed.yaml",
                "iotbos/replies/http-429-then-ok.yaml"
            })
    void plays(String file) throws IOException {
        Files.createDirectories(temp.resolve("config"));
        Files.writeString(temp.resolve("config/application.properties"), "");
        Path routes = Files.createSymbolicLink(
                temp.resolve("routes"), Path.of("routes").toAbsolutePath());
        try {
            Scenario scenario = Scenarios.read(file);
            Player player = new Player(temp, ScenarioTest.CREDENTIALS);
            new Verdict(file, scenario, player.play(scenario)).check();
        } finally {
            // JUnit warns of links that lead out of its folder
            Files.delete(routes);
        }
    }
}
