package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.config.Settings;

/** A finding that knows its line alone is placed at what it is about. */
class ColumnsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "batch is 0 but must be 1 to 10000; mend it | 16",
                "a query has no property batch (did you mean path?); mend it | 9",
                "something else; mend it | 9",
            })
    void aColumnIsThatOfTheValueOrOfTheWord(String said, int column) throws IOException {
        Path file = Files.writeString(dir.resolve("a.camel.yaml"), "- beans:\n        batch: 0\n");
        Finding placed = Columns.of(List.of(Finding.warning(file + " line 2: " + said)), null)
                .get(0);
        assertThat(placed.column()).isEqualTo(column);
        assertThat(placed.text()).startsWith(file + " line 2 column " + column + ": ");
    }

    @Test
    void aKeyWithoutAPlaceHasThatOfTheSettingsFile() throws IOException {
        Path file = Files.writeString(dir.resolve("application.properties"), "# ours\nacme.url=http://a\n");
        Settings settings = Settings.load(file, Map.of());
        Finding placed = Columns.of(List.of(Finding.warning("acme.url is http: in clear; use https")), settings)
                .get(0);
        assertThat(placed.file()).isEqualTo(file.toString());
        assertThat(placed.line()).isEqualTo(2);
        assertThat(placed.column()).isEqualTo(10);
        Settings overridden = Settings.load(file, Map.of("ACME_URL", "http://b"));
        assertThat(Columns.of(List.of(Finding.warning("acme.url is http: in clear; use https")), overridden))
                .singleElement()
                .satisfies(one -> assertThat(one.file()).isNull());
    }
}
