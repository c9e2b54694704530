package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.records.Json;

/** A mapping that an operator has changed gives a record that breaks its topic's schema. */
class BrokenSchemaTest {

    private static final String SCENARIO =
            """
            given:
              cards: ["1060000000001", "1060000000002", "1060000000003"]
              vendor:
                - iotbos-login
                - get: /Api/TerminalInfo/Exceed
                  body: |
                    {"status": 1, "info": null, "createtime": "2026/11/22 16:00:00", "data": {"date": [
                      {"num": "1060000000001", "State": 1, "Exceed": {"ReceivesSmsNum": 6, "UseFlow": 8359}, "Unit": "KB"},
                      {"num": "1060000000002", "State": 1, "Exceed": {"ReceivesSmsNum": 6, "UseFlow": 8359}, "Unit": "furlong"},
                      {"num": "1060000000003", "State": 1, "Exceed": {"ReceivesSmsNum": 6, "UseFlow": 8359}, "Unit": "acre"}]}}
            then:
              sweeps: []
            """;

    @TempDir
    Path home;

    @BeforeEach
    void changedMapping() throws IOException {
        ShippedFiles.copyTo(home);
        Path mapping = home.resolve("routes/mappings/iotbos-usage.jslt");
        Files.writeString(
                mapping,
                Files.readString(mapping).replace("\"dataUnit\": \"unspecified\"", "\"dataUnit\": text(.Unit)"));
    }

    private Played play() throws IOException {
        Path folder = Files.createDirectories(home.resolve("routes/scenarios/iotbos-usage"));
        Path file = Files.writeString(folder.resolve("unit.yaml"), SCENARIO);
        return new Player(home, ScenarioTest.CREDENTIALS)
                .play(ScenarioReader.read(file, home.resolve("routes/scenarios")));
    }

    private static List<JsonNode> values(Played played, String topic) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        for (DryRunRecord record : played.records()) {
            if (record.topic().equals(topic)) {
                values.add(Json.MAPPER.readTree(record.value()));
            }
        }
        return values;
    }

    @Test
    void suchACardIsAFailureWithItsFieldAndTheOthersArePublished() throws IOException {
        Played played = play();
        assertThat(values(played, "sim.usage"))
                .singleElement()
                .satisfies(value -> assertThat(value.path("dataUnit").asText()).isEqualTo("KB"));
        assertThat(values(played, "sim.failures")).singleElement().satisfies(failure -> {
            assertThat(failure.path("outcome").asText()).isEqualTo("invalid");
            assertThat(failure.path("message").asText())
                    .contains("dataUnit: \"furlong\" is no one of \"unspecified\", \"B\"")
                    .contains("\"acre\"")
                    .contains("usage.schema.json");
            assertThat(failure.path("cards").toString()).isEqualTo("[\"1060000000002\",\"1060000000003\"]");
        });
        JsonNode end = values(played, "sim.sweeps").get(1);
        assertThat(end.path("outcome").asText()).isEqualTo("partial");
        assertThat(end.path("published").asInt()).isEqualTo(1);
        assertThat(end.path("failed").asInt()).isEqualTo(2);
    }

    @Test
    void aQueryWithoutASchemaIsPublishedAsItIs() throws IOException {
        Files.delete(home.resolve("routes/schemas/usage.schema.json"));
        assertThat(values(play(), "sim.usage")).hasSize(3);
    }
}
