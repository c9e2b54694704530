package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.check.Preflight;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.records.Json;

/** {@code log.format}, from the environment of a process to the lines that it writes. */
class JsonLogProcessTest {

    private static final int MOST_SECONDS = 120;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void aWarningOfACommandIsAJsonObject() throws Exception {
        ShippedFiles.copyTo(dir);
        Files.writeString(dir.resolve("config/cards.csv"), "1060000000001\n");
        Files.writeString(
                dir.resolve("reply.json"),
                "{\"status\": 1, \"data\": {\"date\": [{\"num\": \"1060000000001\", \"State\": 1, \"TerminalState\":"
                        + " \"停机\"}]}}");
        Path errors = dir.resolve("errors");
        ProcessBuilder preview = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        absolute(System.getProperty("java.class.path")),
                        "org.simrelay.cli.Simrelay",
                        "preview",
                        "iotbos-state",
                        "--reply",
                        "reply.json")
                .directory(dir.toFile())
                .redirectOutput(dir.resolve("output").toFile())
                .redirectError(errors.toFile());
        preview.environment().put("LOG_FORMAT", "json");
        Process process = preview.start();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(errors)) {
            if (line.startsWith("{")) {
                events.add(Json.MAPPER.readTree(line));
            }
        }
        assertThat(events).anySatisfy(event -> {
            assertThat(event.path("level").asText()).isEqualTo("WARN");
            assertThat(event.path("message").asText()).contains("texts that the mapping has no word for");
        });
    }

    private static String absolute(String classPath) {
        List<String> paths = new ArrayList<>();
        for (String path : classPath.split(File.pathSeparator, -1)) {
            paths.add(Path.of(path).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, paths);
    }

    @Test
    void anotherFormatIsRefusedWithItsKey() throws Exception {
        ShippedFiles.copyTo(dir);
        Preflight preflight = new Preflight(Installation.open(dir, Map.of("LOG_FORMAT", "xml")));
        preflight.files(List.of());
        assertThatThrownBy(preflight::done)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("log.format must be text or json; mend ")
                .hasMessageContaining("LOG_FORMAT");
    }
}
