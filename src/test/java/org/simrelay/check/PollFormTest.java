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
        "streaming: true, ' line 15: streaming: true is missing'",
        "parallelProcessing: true, ' line 15: parallelProcessing: true is missing'",
        "executorService: iotbosRequests, ' line 15: executorService: iotbosRequests is missing'",
        "onPrepare: requestScope, ' line 15: onPrepare: requestScope is missing'",
        "routeConfigurationId: retries, ' line 3: routeConfigurationId: retries is missing'",
    })
    void aLineThatIsLeftOutIsNamed(String line, String expected) throws IOException {
        String without = Files.readString(USAGE).replaceFirst("(?m)^ *" + line + "\\n", "");
        assertThat(check.problems(USAGE, without))
                .singleElement()
                .asString()
                .startsWith(USAGE + expected)
                .endsWith("; add it");
    }

    @ParameterizedTest
    @CsvSource({
        "streaming: true, streaming: false, streaming is \"false\" but must be true",
        "streaming: true, streaming: \"{{iotbos.enabled}}\", ''",
        "parallelProcessing: true, parallelProcessing: false, parallelProcessing is \"false\"",
        "executorService: iotbosRequests, executorService: cmiotRequests, must be iotbosRequests",
        "executorService: iotbosRequests, executorService: \"#bean:iotbosRequests\", ''",
        "onPrepare: requestScope, onPrepare: replies, must be requestScope",
        "routeConfigurationId: retries, routeConfigurationId: other, must be retries",
        "streaming: true, 'streaming: true\n            shareUnitOfWork: true', shareUnitOfWork must not be set",
        "streaming: true, 'streaming: true\n            stopOnException: true', stopOnException must not be set",
        "streaming: true, 'streaming: true\n            stopOnException: false', ''",
        "streaming: true, 'streaming: true\n            timeout: 1000', timeout must not be set",
        "direct:sweep-start, direct:sweep-end, 'must begin with \"to: direct:sweep-start\"'",
        "'uri: direct:sweep-end', 'uri: direct:failure', 'must end with \"to: direct:sweep-end\"'",
    })
    void aLineThatSaysOtherwiseIsNamed(String line, String other, String expected) throws IOException {
        String text = Files.readString(USAGE).replace(line, other.replace("\\n", "\n"));
        if (expected.isEmpty()) {
            assertThat(check.problems(USAGE, text)).isEmpty();
        } else {
            assertThat(check.problems(USAGE, text)).singleElement().asString().contains(" line ", expected);
        }
    }

    @Test
    void aPollWithoutASplitAsksNothing() {
        String text =
                """
                - route:
                    id: iotbos-usage
                    routeConfigurationId: retries
                    from:
                      uri: direct:usage
                      steps:
                        - to: direct:sweep-start
                        - to: direct:sweep-end
                """;
        assertThat(check.problems(USAGE, text)).singleElement().asString().contains("line 7", "one split", "has 0");
    }

    @Test
    void otherRoutesMayLookOtherwise() {
        Path shared = Path.of("routes/shared/x.camel.yaml");
        assertThat(check.problems(
                        shared,
                        "- route:\n    id: x\n    from:\n      uri: direct:x\n      steps:\n        - stop: {}\n"))
                .isEmpty();
    }
}
