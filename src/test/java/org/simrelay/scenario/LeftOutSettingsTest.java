package org.simrelay.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plays some scenarios with an empty settings' file: every line may be left out, those of Camel's options too. */
final class LeftOutSettingsTest extends ScenarioTest {

    static List<String> files() {
        return List.of(
                "cmiot/codes/code-99-then-ok.yaml",
                "iotbos/replies/empty-body-then-ok.yaml",
                "iotbos/replies/http-301-not-followed.yaml",
                "iotbos/replies/http-429-then-ok.yaml");
    }

    @Override
    protected void cleanupResources() {
        super.cleanupResources();
        try {
            Files.deleteIfExists(temp.resolve("routes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Path folder() {
        try {
            Files.createDirectories(temp.resolve("config"));
            Files.writeString(temp.resolve("config/application.properties"), "");
            Files.createSymbolicLink(temp.resolve("routes"), super.folder().resolve("routes"));
            return temp;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
