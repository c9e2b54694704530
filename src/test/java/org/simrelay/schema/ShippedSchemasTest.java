package org.simrelay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.RecordSchemas;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.RouteFolder;
import org.simrelay.records.Json;

class ShippedSchemasTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RecordSchemas.FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void everyQueryHasOne() {
        for (Path poll : RouteFolder.files(Path.of("routes/polls"))) {
            String query = RouteFiles.query(RouteFiles.id(poll));
            assertThat(RecordSchemas.FOLDER.resolve(query + ".schema.json")).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isJsonSchema(Path file) {
        assertThat(LibraryCheck.problems(Schemas.read(file).json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void takesItsExamplesAndSaysAllInTwoLanguages(Path file) {
        Schema schema = Schemas.read(file);
        assertThat(schema.json().path("examples")).isNotEmpty();
        for (JsonNode example : schema.json().path("examples")) {
            assertThat(schema.problems(example)).isEmpty();
            assertThat(RecordSchemas.problems(file, example)).isEmpty();
        }
        for (JsonNode one : objects(schema.json(), new ArrayList<>())) {
            assertThat(one.has("title")).as("%s", one).isEqualTo(one.has("x-title-zh"));
            assertThat(one.has("description")).as("%s", one).isEqualTo(one.has("x-description-zh"));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void leavesNoFieldOutAndTakesNoOther(Path file) {
        JsonNode json = Schemas.read(file).json();
        for (JsonNode one : objects(json, new ArrayList<>())) {
            if (one.path("properties").isObject()) {
                List<String> names = new ArrayList<>();
                one.path("required").forEach(name -> names.add(name.asText()));
                assertThat(one.path("properties").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(names);
                assertThat(one.path("additionalProperties").asBoolean(true)).isFalse();
            }
        }
    }

    /** What the service compiles says the same as the library, of every value that one change makes of an example. */
    @ParameterizedTest
    @MethodSource("files")
    void isCompiledAsTheLibraryReadsIt(Path file) {
        Schema schema = Schemas.read(file);
        assertThat(schema.isCompiled()).isEqualTo(!file.endsWith("checkpoints.schema.json"));
        for (JsonNode example : schema.json().path("examples")) {
            for (JsonNode changed : changed(example)) {
                assertThat(schema.misfit(changed) == null)
                        .as("%s: %s", schema.problems(changed), changed)
                        .isEqualTo(RecordSchemas.problems(file, changed).isEmpty());
            }
        }
    }

    private static List<JsonNode> changed(JsonNode value) {
        List<JsonNode> all = new ArrayList<>();
        ArrayNode others = Json.MAPPER.createArrayNode();
        others.addNull().add("").add("x").add(7).add(-7).add(7.5).add(true).addObject();
        others.addArray().add("x");
        others.add("2026-02-30").add("2026-02-28").add("2026-11-22T08:00:00Z").add("2026-11-22T08:00:00");
        others.add("2026-11-22T24:00:00+08:00")
                .add("2026-11-22T08:00:00.5+08:00")
                .add("ok")
                .add("KB")
                .add("active");
        others.forEach(all::add);
        if (value.isObject()) {
            for (var field : value.properties()) {
                ObjectNode without = value.deepCopy();
                without.remove(field.getKey());
                all.add(without);
                for (JsonNode other : changed(field.getValue())) {
                    all.add(((ObjectNode) value.deepCopy()).set(field.getKey(), other));
                }
            }
            all.add(((ObjectNode) value.deepCopy()).put("more", 1));
        } else if (value.isArray()) {
            for (int at = 0; at < value.size(); at++) {
                for (JsonNode other : changed(value.get(at))) {
                    ArrayNode list = value.deepCopy();
                    list.set(at, other);
                    all.add(list);
                }
            }
        }
        return all;
    }

    private static List<JsonNode> objects(JsonNode node, List<JsonNode> found) {
        if (node.isObject()) {
            found.add(node);
        }
        node.properties().forEach(field -> {
            if (!field.getKey().equals("examples")) {
                objects(field.getValue(), found);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> objects(item, found));
        }
        return found;
    }
}
