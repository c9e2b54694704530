package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.TestSweeps;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;

/** A size that is written twice, and not alike, is warned of. */
class SizeCheckTest {

    private static final Path ARREARAGE = Path.of("routes/polls/cmiot-arrearage.camel.yaml");

    @ParameterizedTest
    @CsvSource({
        "'\"pageSize\": 10', true",
        "'\"pageSize\": \"10\"', true",
        "'\"per_page\": 50', true",
        "'\"pageSize\": 20', false",
        "'\"pageSize\": $size', false",
        "'\"type\": 10', false",
    })
    void aNumberThatDiffersIsNamed(String parameter, boolean expected) throws IOException {
        Settings settings = TestSweeps.settings(Map.of());
        String text = Files.readString(ARREARAGE).replace("\"pageSize\": $size", parameter);
        RouteSet set = RouteSet.of(new Installation(settings, new RouteFiles(Path.of("routes"), settings)))
                .put(ARREARAGE, text);
        if (expected) {
            assertThat(FilesTogether.doubtful(set))
                    .singleElement()
                    .asString()
                    .startsWith(ARREARAGE + " line 9: ask says ")
                    .contains("where page is 20; write $size");
        } else {
            assertThat(FilesTogether.doubtful(set)).isEmpty();
        }
    }
}
