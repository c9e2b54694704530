package org.simrelay.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.records.Json;

class SchemasTest {

    @TempDir
    Path dir;

    private Schema schema(String text) throws IOException {
        return Schemas.read(Files.writeString(dir.resolve("use.schema.json"), text));
    }

    @Test
    void withoutAFileEveryValueFits() throws IOException {
        Schema none = Schemas.read(dir.resolve("none.schema.json"));
        assertThat(none.isThere()).isFalse();
        assertThat(none.misfit(Json.MAPPER.readTree("[1]"))).isNull();
        assertThat(none.problems(Json.MAPPER.readTree("[1]"))).isEmpty();
    }

    @Test
    void aMisfitSaysTheFieldTheValueAndWhatIsTaken() throws IOException {
        Schema schema = schema(
                """
                {"type": "object", "additionalProperties": false, "required": ["card", "used"], "properties": {
                  "card": {"type": "string"}, "used": {"type": ["number", "null"]},
                  "list": {"type": "array", "items": {"type": "object", "properties": {"unit": {"enum": ["KB", null]}}}}}}
                """);
        assertThat(schema.isCompiled()).isTrue();
        assertThat(schema.problems(
                        Json.MAPPER.readTree("{\"used\": \"many\", \"list\": [{}, {\"unit\": \"XB\"}], \"more\": 1}")))
                .containsExactly(
                        "card: is left out; what is not known is null",
                        "used: \"many\" is no number or null",
                        "list[1].unit: \"XB\" is no one of \"KB\", null",
                        "more: the schema has no such field");
        Misfit first = schema.misfit(Json.MAPPER.readTree("{\"card\": \"1\", \"used\": \"many\"}"));
        assertThat(first)
                .isEqualTo(new Misfit("used", "used: \"many\" is no number or null", "used: is no number or null"));
        assertThat(schema.problems(Json.MAPPER.readTree("7"))).containsExactly("7 is no object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}  | {"a": 1}            | {"a": 1, "b": 2}
            {"properties": {"a": {"exclusiveMinimum": 0}}}         | {"a": 1}            | {"a": 0}
            {"properties": {"a": {"enum": [1, 2]}}}                | {"a": 1.0}          | {"a": 3}
            {"additionalProperties": {"type": "string"}}           | {"a": "x"}          | {"a": 1}
            {"properties": {"a": {"$ref": "#/$defs/t"}}, "$defs": {"t": {"type": "null"}}} | {"a": null} | {"a": 1}
            {"type": "object", "properties": {"a": {"$ref": "#"}}} | {"a": {"a": {}}} | {"a": {"a": 1}}
            """)
    void whatIsNotCompiledIsLeftToTheLibrary(String text, String good, String bad) throws IOException {
        Schema schema = schema(text);
        assertThat(schema.isCompiled()).isFalse();
        assertThat(schema.misfit(Json.MAPPER.readTree(good))).isNull();
        assertThat(schema.misfit(Json.MAPPER.readTree(bad))).isNotNull();
        assertThat(schema.problems(Json.MAPPER.readTree(bad))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"type": "objct"}                                | there is no type "objct"
            {"properties": {"a": {"requird": []}}}           | a: there is no keyword "requird" (did you mean required?)
            {"properties": {"a": {"type": "text"}}}          | a: there is no type "text"
            {"required": "card"}                             | required is a list of names
            {"properties": {"a": {"pattern": "("}}}          | a: pattern cannot be read
            {"properties": {"a": {"enum": []}}}              | a: enum is a list of values
            {"properties": {"a": 7}}                         | a: a schema is an object
            {"allOf": 7}                                     | array
            {"$ref": "#"}                                    | $ref # leads back to itself for the same value
            {"properties": {"a": {"$ref": "#/$defs/t"}}, "$defs": {"t": {"allOf": [{"$ref": "#/$defs/t"}]}}} | leads back to itself
            {"type": "object"                                | line 1 column
            {"type": "object", "type": "object"}             | line 1 column
            {"type": "object"} 7                             | line 1 column
            """)
    void whatIsWrongWithASchemaIsSaidWithItsFile(String text, String message) {
        assertThatThrownBy(() -> schema(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use.schema.json")
                .hasMessageContaining(message);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPatternComesToAnEndWhateverTextItMeets() throws IOException {
        String properties =
                "\"properties\": {\"a\": {\"pattern\": \"^(.*a){20}$\"}, \"b\": {\"pattern\": \"^[ab]+$\"}}";
        // compiled here, and the library's
        for (String text : List.of("{" + properties + "}", "{\"minProperties\": 1, " + properties + "}")) {
            Schema either = schema(text);
            assertThat(either.misfit(Json.MAPPER.readTree("{\"a\": \"" + "a".repeat(60) + "!\"}")))
                    .isNotNull();
            assertThat(either.misfit(Json.MAPPER.readTree("{\"b\": \"" + "ab".repeat(1_000_000) + "\"}")))
                    .isNull();
        }
    }

    @ParameterizedTest
    @Timeout(60)
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"type": "integer"}                     | 1e2000000      | true
            {"type": "integer"}                     | 0e-2147483647  | true
            {"type": "integer"}                     | 1e-2000000     | false
            {"type": "integer"}                     | 6.00           | true
            {"type": "integer"}                     | 6.50           | false
            {"maxLength": 2147483647}               | "abc"          | true
            {"maxLength": 1e10}                     | "abc"          | true
            {"maxLength": 2.0}                      | "abc"          | false
            {"minLength": 4294967296}               | "abc"          | false
            {"minLength": 0, "maxLength": 3}        | "abc"          | true
            """)
    void numbersAndBoundsOfAnyLengthAreComparedAtOnce(String text, String value, boolean fits) throws IOException {
        Misfit misfit = schema(text).misfit(Json.MAPPER.readTree(value));
        assertThat(misfit == null).isEqualTo(fits);
    }

    @Test
    void aNumberThatJsonHasNotIsNone() throws IOException {
        Schema schema = schema("{\"type\": [\"number\", \"integer\", \"null\"]}");
        assertThat(schema.misfit(DoubleNode.valueOf(1.5))).isNull();
        assertThat(schema.misfit(DoubleNode.valueOf(Double.POSITIVE_INFINITY))).isNotNull();
        assertThat(schema.misfit(DoubleNode.valueOf(Double.NaN))).isNotNull();
    }
}
