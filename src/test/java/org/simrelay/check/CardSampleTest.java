package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.TestSweeps;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;

/** A card's field that the item in the mapping's comment lacks is warned of. */
class CardSampleTest {

    private static final Path USAGE = Path.of("routes/polls/iotbos-usage.camel.yaml");

    private static RouteSet with(String card) throws IOException {
        Settings settings = TestSweeps.settings(Map.of());
        return RouteSet.of(new Installation(settings, new RouteFiles(Path.of("routes"), settings)))
                .put(USAGE, Files.readString(USAGE).replace("card: .num", "card: " + card));
    }

    @Test
    void oneThatIsNotThereIsNamed() throws IOException {
        assertThat(FilesTogether.doubtful(with(".nmu")))
                .singleElement()
                .asString()
                .startsWith(USAGE + " line 10: card names .nmu, but the item at the head of "
                        + Path.of("routes/mappings/iotbos-usage.jslt") + " has num, State, Exceed")
                .contains("(did you mean num?)");
    }

    @ParameterizedTest
    @ValueSource(strings = {".num", ".Exceed.ReceivesSmsNum", "string(.number)"})
    void whatIsThereOrCannotBeToldIsNot(String card) throws IOException {
        assertThat(FilesTogether.doubtful(with(card))).isEmpty();
    }
}
