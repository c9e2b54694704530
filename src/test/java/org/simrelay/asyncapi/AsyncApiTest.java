package org.simrelay.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.cli.Commands;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.scenario.Player;
import org.simrelay.scenario.ScenarioReader;

class AsyncApiTest {

    private static final Path OWN_SCHEMA = Path.of("src/test/resources/asyncapi/3.0.0.json");
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final JsonSchemaFactory LIBRARY = JsonSchemaFactory.getInstance(VersionFlag.V7);

    private static JsonNode document(Path home, boolean all, Map<String, String> environment) throws IOException {
        Installation installation = Installation.open(home, environment);
        List<String> polls = all
                ? installation.files().onDisk().polls()
                : installation.files().polls();
        String yaml = YamlText.of(new AsyncApi(installation, polls, "1").document());
        return new YAMLMapper().readTree(yaml);
    }

    private static List<String> wrong(JsonNode document) throws IOException {
        JsonSchema own = LIBRARY.getSchema(Files.readString(OWN_SCHEMA), CONFIG);
        return own.validate(document).stream().map(ValidationMessage::toString).toList();
    }

    private static JsonNode shipped() throws IOException {
        return document(Path.of(""), true, Map.of());
    }

    @Test
    void isValidByAsyncApisOwnSchema() throws IOException {
        assertThat(wrong(shipped())).isEmpty();
        assertThat(wrong(document(
                        Path.of(""),
                        false,
                        Map.of(
                                "TOPIC_USAGE_PARTITIONS",
                                "6",
                                "TOPIC_USAGE_CLEANUP",
                                "compact,delete",
                                "TOPIC_USAGE_RETENTION",
                                "30d"))))
                .isEmpty();
    }

    @Test
    void whatIsNoAsyncApiIsToldByThatSchema() throws IOException {
        JsonNode document = shipped();
        ((ObjectNode) document.path("channels").path("usage")).put("adress", "x");
        assertThat(wrong(document)).isNotEmpty();
    }

    @Test
    void everyReferenceIsThereAndEveryChannelHasItsMessage() throws IOException {
        JsonNode document = shipped();
        List<String> references = new ArrayList<>();
        for (JsonNode reference : document.findValues("$ref")) {
            references.add(reference.asText());
        }
        assertThat(references).hasSizeGreaterThan(60);
        for (String reference : references) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void examplesFitTheirHeadersAndValues() throws IOException {
        JsonNode document = shipped();
        document.path("components").path("messages").properties().forEach(message -> {
            JsonNode headers = message.getValue().path("headers");
            JsonNode payload = document.path("components").path("schemas").path(message.getKey());
            assertThat(message.getValue().path("examples")).as(message.getKey()).isNotEmpty();
            for (JsonNode example : message.getValue().path("examples")) {
                assertThat(LIBRARY.getSchema(headers, CONFIG).validate(example.path("headers")))
                        .as(message.getKey())
                        .isEmpty();
                assertThat(LIBRARY.getSchema(payload, CONFIG).validate(example.path("payload")))
                        .as(message.getKey())
                        .isEmpty();
            }
        });
    }

    /** What a sweep publishes is what the document says of its topic, headers and value. */
    @Test
    void saysWhatIsPublished() throws IOException {
        JsonNode document = shipped();
        Path scenarios = Path.of("routes/scenarios");
        List<DryRunRecord> records = new ArrayList<>();
        for (String poll : List.of("iotbos-usage", "cmiot-group")) {
            Player player = new Player(Path.of("").toAbsolutePath());
            records.addAll(player.play(ScenarioReader.read(scenarios.resolve(poll + "/ok.yaml"), scenarios))
                    .records());
        }
        assertThat(records)
                .extracting(DryRunRecord::topic)
                .contains("sim.usage", "sim.group", "sim.sweeps", "sim.checkpoints");
        JsonMapper json = new JsonMapper();
        for (DryRunRecord record : records) {
            String name = record.topic().substring("sim.".length());
            assertThat(document.path("channels").path(name).path("address").asText())
                    .isEqualTo(record.topic());
            JsonNode message = document.path("components").path("messages").path(name);
            assertThat(LIBRARY.getSchema(message.path("headers"), CONFIG).validate(json.valueToTree(record.headers())))
                    .as(record.topic())
                    .isEmpty();
            assertThat(LIBRARY.getSchema(
                                    document.path("components").path("schemas").path(name), CONFIG)
                            .validate(json.readTree(record.value())))
                    .as(record.topic())
                    .isEmpty();
        }
    }

    @Test
    void asksWhatTheSettingsAskOfATopic() throws IOException {
        JsonNode channels = document(
                        Path.of(""),
                        false,
                        Map.of(
                                "TOPIC_USAGE_PARTITIONS",
                                "6",
                                "TOPIC_USAGE_CLEANUP",
                                "compact,delete",
                                "TOPIC_USAGE_RETENTION",
                                "30d"))
                .path("channels");
        JsonNode kafka = channels.path("usage").path("bindings").path("kafka");
        assertThat(kafka.path("partitions").asInt()).isEqualTo(6);
        assertThat(kafka.path("topicConfiguration").toString())
                .isEqualTo("{\"cleanup.policy\":[\"compact\",\"delete\"],\"retention.ms\":2592000000}");
        assertThat(channels.has("dayusage")).isFalse();
    }

    @Test
    void aQueryWithoutASchemaAndOneWithMoreThanIsCompiledAreInItToo(@TempDir Path home) throws IOException {
        ShippedFiles.copyTo(home);
        Files.delete(home.resolve("routes/schemas/usage.schema.json"));
        Files.writeString(
                home.resolve("routes/schemas/state.schema.json"),
                "{\"oneOf\": [{\"required\": [\"card\"]}], \"title\": \"T\"}");
        JsonNode document = document(home, false, Map.of());
        assertThat(wrong(document)).isEmpty();
        assertThat(document.path("channels").has("usage")).isTrue();
        assertThat(document.at("/components/schemas/state/schema").has("oneOf")).isTrue();
    }

    @Test
    void aSchemaThatCannotBeReadIsNamedWithTheRemedy(@TempDir Path home) throws IOException {
        ShippedFiles.copyTo(home);
        Files.writeString(home.resolve("routes/schemas/usage.schema.json"), "{\"type\": \"objct\"}");
        assertThatThrownBy(() -> document(home, false, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("usage.schema.json: there is no type \"objct\"");
    }

    @Test
    void theCommandWritesTheDocumentAlone() throws IOException {
        StringWriter out = new StringWriter();
        int exit = Commands.run(new PrintWriter(out), "asyncapi", "--all");
        assertThat(exit).isZero();
        assertThat(out.toString()).startsWith("asyncapi: \"3.0.0\"");
        assertThat(new YAMLMapper().readTree(out.toString()).path("channels").size())
                .isEqualTo(18);
        assertThat(out.toString()).contains("monthlyFee: 1.00", "statusDate: \"2013-08-28\"");
    }
}
