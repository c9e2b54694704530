package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.TestSweeps;
import org.simrelay.config.Settings;

/** A list that is read in pages says where it ends, or its file is refused. */
class QueryCheckTest {

    private static final Path FILE = Path.of("routes", "polls", "a-b.camel.yaml");

    private static List<String> wrong(String properties) {
        String yaml =
                """
                - beans:
                    - name: others
                      type: org.simrelay.reply.Items
                    - name: a-b
                      type: org.simrelay.steps.Query
                      properties:
                        page: 20
                        list: .data
                        card: .id
                        %s
                - route:
                    id: a-b
                    from: { uri: "quartz:a/b", steps: [{ log: x }] }
                """
                        .formatted(properties);
        Settings settings = TestSweeps.settings(Map.of("A_SHORT", "true", "A_PASSES", "7"));
        return QueryCheck.problems(RouteFile.of(FILE, yaml, settings), settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"total: .total", "endsShort: true", "ends-short: \"true\"", "endsShort: \"{{a.short}}\""})
    void aListThatSaysWhereItEndsIsRight(String properties) {
        assertThat(wrong(properties)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"endsShort: false", "endsShort: maybe"})
    void aListThatDoesNotIsRefusedWithFileLineAndRemedy(String properties) {
        assertThat(wrong(properties))
                .singleElement()
                .asString()
                .startsWith(FILE + " line 4: the list has neither total nor endsShort")
                .contains("set total to", "or endsShort: true");
    }

    @Test
    void aBeanOfAClassWrittenOutIsRefusedToo() {
        String yaml =
                """
                - beans:
                    - { name: a-b, type: "#class:org.simrelay.steps.Query", properties: { page: 20, card: .num } }
                - route: { id: a-b, from: { uri: "quartz:a/b", steps: [{ log: x }] } }
                """;
        Settings settings = TestSweeps.settings(Map.of());
        assertThat(QueryCheck.problems(RouteFile.of(FILE, yaml, settings), settings))
                .singleElement()
                .asString()
                .startsWith(FILE + " line 2: the list has neither");
    }

    @ParameterizedTest
    @CsvSource({"minPasses: 0, 0, 5", "maxPasses: 1, 2, 1", "min-passes: \"{{a.passes}}\", 7, 5"})
    void passesThatCannotBeAreRefused(String property, int min, int max) {
        assertThat(wrong("total: .total\n        " + property))
                .singleElement()
                .asString()
                .contains("minPasses " + min + " and maxPasses " + max);
    }
}
