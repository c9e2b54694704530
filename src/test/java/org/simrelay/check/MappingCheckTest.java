package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in a mapping are named with file, line and column; those in what it imports too. */
class MappingCheckTest {

    private static final Path USAGE = Path.of("routes/mappings/iotbos-usage.jslt");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @SuppressWarnings("NullAway.Init")
    private Path mapping;

    @BeforeEach
    void copy() throws IOException {
        mapping = Files.copy(USAGE, dir.resolve("iotbos-usage.jslt"));
        Files.copy(Path.of("routes/mappings/iotbos.jslt"), dir.resolve("iotbos.jslt"));
    }

    private List<String> problems() {
        return MappingCheck.problems("iotbos-usage", mapping);
    }

    @Test
    void theShippedOneHasNone() {
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$card|$crad|' line 5 column 11: there is no variable $crad (did you mean $card?); there are $asked $card'",
                "$card|$cards|' line 5 column 11: $cards is not there: it stands in a query'",
                "int($exceed|inte($exceed|' line 7 column 14: there is no function inte (did you mean int?)'",
                "$exceed.UseFlow|$exced.UseFlow|' line 8 column 23: there is no variable $exced'",
                "'.ReceivesSmsNum),'|'.ReceivesSmsNum)'|' line 8 column 3: the JSLT cannot be read at'",
                "iotbos:result|iotbos:results|' line 6 column 13: No such function'",
            })
    void aMistakeIsNamed(String right, String wrong, String expected) throws IOException {
        Files.writeString(mapping, Files.readString(USAGE).replace(right, wrong));
        assertThat(problems()).singleElement().asString().startsWith(mapping + expected);
    }

    @Test
    void aMistakeInWhatItImportsIsNamedThere() throws IOException {
        Path imported = dir.resolve("iotbos.jslt");
        Files.writeString(
                imported, Files.readString(imported).replace("else if ($state == 1)", "else if ($state = 1)"));
        assertThat(problems()).singleElement().asString().startsWith(imported + " line 7 column ");
    }

    @Test
    void oneThatIsNotThereIsAskedFor() throws IOException {
        Files.delete(mapping);
        assertThat(problems()).singleElement().asString().startsWith(mapping + " is not there: the poll iotbos-usage");
    }
}
