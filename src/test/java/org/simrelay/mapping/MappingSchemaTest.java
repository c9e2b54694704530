package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.TestSweeps;
import org.simrelay.config.RouteFiles;
import org.simrelay.records.Json;

/** A mapping's values are held against the schema of its query, which is read again with it. */
class MappingSchemaTest {

    private static final String NUMBER = "{\"properties\": {\"used\": {\"type\": \"number\"}}}";

    @TempDir
    Path routes;

    private Path schema;
    private Mappings mappings;

    @BeforeEach
    void oneMapping() throws IOException {
        Files.createDirectories(routes.resolve("mappings"));
        schema = Files.createDirectories(routes.resolve("schemas")).resolve("use.schema.json");
        Files.writeString(routes.resolve("mappings/acme-use.jslt"), "{\"card\": $card, \"used\": .used}");
        mappings = new Mappings(new RouteFiles(routes, TestSweeps.settings(Map.of())), Json.MAPPER.writer());
    }

    private String value(String item) throws IOException {
        byte[] value = mappings.of("acme-use").values(null).of("7", Json.MAPPER.readTree(item));
        return new String(value, StandardCharsets.UTF_8);
    }

    @Test
    void whatBreaksItIsInvalidWithFieldAndFileAndOneKindWhateverTheValue() throws IOException {
        Files.writeString(schema, NUMBER);
        assertThat(value("{\"used\": 1.50}")).isEqualTo("{\"card\":\"7\",\"used\":1.50}");
        assertThatThrownBy(() -> value("{\"used\": \"many\"}"))
                .isInstanceOfSatisfying(InvalidValueException.class, e -> {
                    assertThat(e)
                            .hasMessageContaining("used: \"many\" is no number (")
                            .hasMessageContaining("use.schema.json");
                    assertThat(e.kind()).startsWith("used: is no number (");
                });
    }

    @Test
    void aChangedSchemaTakesEffectWithTheNextSweepAndABrokenOneDoesNot() throws IOException {
        assertThat(value("{\"used\": \"many\"}")).isNotEmpty();
        Files.writeString(schema, NUMBER);
        assertThat(value("{\"used\": \"many\"}")).isNotEmpty();
        mappings.refresh("acme-use");
        assertThatThrownBy(() -> value("{\"used\": \"many\"}")).isInstanceOf(InvalidValueException.class);
        Files.writeString(schema, NUMBER.replace("number", "numbr"));
        mappings.refresh("acme-use");
        assertThatThrownBy(() -> value("{\"used\": \"many\"}")).isInstanceOf(InvalidValueException.class);
        assertThat(value("{\"used\": 1}")).isNotEmpty();
    }

    @Test
    @Timeout(60)
    void whatSchemaOrMappingBreaksOverIsInvalidOfThatCardAlone() throws IOException {
        String text = "ab".repeat(20_000);
        Files.writeString(schema, "{\"properties\": {\"used\": {\"pattern\": \"^(a|b)*$\"}}}");
        assertThatThrownBy(() -> value("{\"used\": \"" + text + "\"}"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("use.schema.json");
        Files.writeString(schema, "{\"properties\": {\"used\": {\"multipleOf\": 0.01}}}");
        mappings.refresh("acme-use");
        for (String number : List.of("1e200000", "1e2147483647", "1e-2147483647")) {
            assertThatThrownBy(() -> value("{\"used\": " + number + "}"))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("use.schema.json");
        }
        Files.delete(schema);
        for (String used : List.of("test(.used, \"^(a|b)*$\")", "decimal(.many * 2)")) {
            Files.writeString(routes.resolve("mappings/acme-use.jslt"), "{\"card\": $card, \"used\": " + used + "}");
            mappings.refresh("acme-use");
            assertThatThrownBy(() -> value("{\"used\": \"" + text + "\", \"many\": 1e400}"))
                    .isInstanceOfSatisfying(InvalidValueException.class, e -> assertThat(e.kind())
                            .contains("the mapping breaks over it"));
        }
    }

    @Test
    void aMappingThatTheParserBreaksOverIsRejectedAndTheOneBeforeStaysActive() throws IOException {
        assertThat(value("{\"used\": 1}")).contains("1");
        Path mapping = routes.resolve("mappings/acme-use.jslt");
        for (String broken : List.of("(".repeat(5_000), "{\"card\": $card, \"used\": 99999999999999999999}")) {
            Files.writeString(mapping, broken);
            mappings.refresh("acme-use");
            assertThat(value("{\"used\": 2}")).contains("2");
            assertThatThrownBy(() -> Jslt.check(mapping))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("acme-use.jslt");
        }
    }
}
