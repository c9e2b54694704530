package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.TestSweeps;

/** A poll that would hang or fail for its form is refused with line and remedy, and so is one that is saved while the service runs. */
class PollFormTest {

    private static final Path USAGE = Path.of("routes/polls/iotbos-usage.camel.yaml");

    private final RouteCheck check = new RouteCheck(TestSweeps.settings(Map.of()));

    @ParameterizedTest
    @CsvSource({
        "'to: direct:iotbos-sweep', 'to: direct:cmiot-sweep', ' line 20: a poll must end with \"to: direct:iotbos-sweep\"'",
        "'to: direct:iotbos-sweep', 'log: x', ' line 20: a poll must end with \"to: direct:iotbos-sweep\"'",
        "'to: direct:iotbos-sweep', 'to: { uri: direct:iotbos-sweep }', ''",
        "'name: iotbos-usage', 'name: usage', ' line 1: a poll must have a bean of its name'",
        "'path: /', 'paht: /', ' line 7: a query has no property paht (did you mean path?)'",
        "'list: .data.date', 'page: 20', ' line 3: a query has one shape, but this has batch and page'",
        "'card: .num', 'nothing: .none', ' line 3: the query has no card'",
    })
    void aLineThatSaysOtherwiseIsNamed(String line, String other, String expected) throws IOException {
        String text = Files.readString(USAGE).replace(line, other);
        assertThat(text).isNotEqualTo(Files.readString(USAGE));
        if (expected.isEmpty()) {
            assertThat(check.problems(USAGE, text)).isEmpty();
        } else {
            assertThat(check.problems(USAGE, text))
                    .anySatisfy(problem -> assertThat(problem).startsWith(USAGE + expected));
        }
    }

    @Test
    void otherRoutesMayLookOtherwise() {
        Path shared = Path.of("routes/shared/x.camel.yaml");
        assertThat(check.problems(
                        shared,
                        "- route:\n    id: x\n    from:\n      uri: direct:x\n      steps:\n        - stop: {}\n"))
                .isEmpty();
    }

    @Test
    void aQueryWhoseTopicIsTheLedgersIsRefused() throws IOException {
        Path file = USAGE.resolveSibling("iotbos-sweeps.camel.yaml");
        String text = Files.readString(USAGE).replace("iotbos-usage", "iotbos-sweeps");
        assertThat(check.problems(file, text)).anySatisfy(problem -> assertThat(problem)
                .startsWith(file + " line ")
                .contains("sim.sweeps is a topic of the service's own"));
    }
}
