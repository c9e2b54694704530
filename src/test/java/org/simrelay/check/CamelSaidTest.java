package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.TestSweeps;

/** What Camel says of a route comes with the file and line, and without its classes. */
class CamelSaidTest {

    private static final String FILE =
            """
            - route:
                id: a
                from:
                  uri: direct:a
                  steps:
                    - bean:
                        method: shouldRetri
                    - filter:
                        simple: ${exchangeProperty.decision} = 'FAIL'
                    - unmarshal:
                        json:
                          library: Gson
            """;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '^',
            value = {
                "Failed to create route: a at: >>> x <<< because: Method with name: shouldRetri not found on bean: org.simrelay.steps.RetryPolicy@3c5d49c8 of type: y | line 7 column 21: there is no method shouldRetri in RetryPolicy; mend its name",
                "Failed to create route: a because: Unexpected token = at location 29#${exchangeProperty.decision} = 'FAIL'# | line 9 column 50: the expression cannot be read at =",
                "Failed to create route: a because: Data format 'gson' could not be created. Ensure | line 12 column 24: there is no data format gson here; write Jackson",
                "Failed to create route: a because: what nobody knows of Thing@3c5d49c8 | line 1: the route cannot be made: what nobody knows of Thing; mend it",
                "Unsupported field: library# in file:a.camel.yaml, line 25, column 24:# x | line 25 column 24: there is no field library here; mend or remove it",
            })
    void isPlaced(String said, String expected) {
        RouteFile file = RouteFile.of(Path.of("a.camel.yaml"), FILE, TestSweeps.settings(Map.of()));
        assertThat(CamelSaid.of(said.replace('#', '\n'), List.of(file))).startsWith("a.camel.yaml " + expected);
    }
}
