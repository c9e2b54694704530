package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;

/** Mistakes as people make them in an inventory: check names the file, the line and what to do. */
class CardsMistakesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    static List<List<String>> mistakes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/check/cards.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Splitter.on(" || ").splitToList(line))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNamedWithFileAndLine(List<String> mistake) throws IOException {
        Path cards = dir.resolve("cards.csv");
        assertThat(findings(cards, mistake.get(0)))
                .filteredOn(finding -> finding.text().startsWith(cards + mistake.get(1)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).isNotBlank())
                .satisfies(finding -> assertThat(finding.file()).isEqualTo(cards.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "cards | the column of the numbers must be called card; rename it",
                "msisdn,account | the column of the numbers must be called card; rename it",
                "# my cards | it is a comment, and there are none here; remove it",
                "card，account | a full-width sign stands between its cells; write a plain comma",
                "1064804000000,1064804000001 | it holds several numbers; write each in a line of its own"
            })
    void aFirstLineThatIsNoneIsToldWhatItIs(String line, String said) throws IOException {
        Path cards = dir.resolve("cards.csv");
        assertThat(findings(cards, line + "\\n1064804000000\\n"))
                .filteredOn(finding -> finding.text().contains(said))
                .singleElement()
                .satisfies(finding -> assertThat(finding.file()).isEqualTo(cards.toString()))
                .satisfies(finding -> assertThat(finding.line()).isEqualTo(1));
    }

    private List<Finding> findings(Path cards, String text) throws IOException {
        Files.writeString(cards, text.replace("\\n", "\n"));
        // one that was written just now is given time to be finished
        Files.setLastModifiedTime(cards, FileTime.from(Instant.EPOCH));
        Path file =
                Files.writeString(dir.resolve("application.properties"), "cmiot.enabled=false\ncards.file=" + cards);
        Settings first = Settings.load(file, Map.of());
        Settings settings = Settings.load(
                file, CredentialStandIns.of(new Installation(first, new RouteFiles(Path.of("routes"), first))));
        Preflight preflight = new Preflight(new Installation(settings, new RouteFiles(Path.of("routes"), settings)));
        preflight.files(List.of());
        preflight.inventory(false);
        return preflight.findings();
    }
}
