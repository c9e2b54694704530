package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a first reading finds is exact: doubled lines count once, however far apart they stand. */
class SurveyTest {

    private static final long FIRST = 1_064_800_000_000L;

    @TempDir
    Path dir;

    private Survey survey(String text) throws IOException {
        return Survey.of(new Inventory(Files.writeString(dir.resolve("cards.csv"), text)));
    }

    private static String cards(long from, long to) {
        return LongStream.range(from, to).mapToObj(i -> FIRST + i + "\n").collect(Collectors.joining());
    }

    @Test
    void aDoubledLineCountsOnce() throws IOException {
        Survey survey = survey("1001\n1002\n1001\n1003\n1001\n");
        assertThat(survey.cards()).isEqualTo(3);
        assertThat(survey.repeated()).containsExactly("1001");
    }

    @Test
    void fewDoublesFarApartAreFoundAmongManyLines() throws IOException {
        Survey survey = survey(cards(0, 50_000) + FIRST + "\n" + cards(50_000, 100_000) + (FIRST + 99_999) + "\n");
        assertThat(survey.cards()).isEqualTo(100_000);
        assertThat(survey.repeated()).isEqualTo(Set.of(FIRST + "", FIRST + 99_999 + ""));
        assertThat(survey.badLines()).isZero();
    }

    @Test
    void noCardIsTakenForADoubleThatIsNone() throws IOException {
        // of so many the Bloom filter suspects some in error
        String lines =
                LongStream.range(1_000_000, 1_100_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        Survey survey = survey(lines);
        assertThat(survey.cards()).isEqualTo(100_000);
        assertThat(survey.repeated()).isEmpty();
    }

    @Test
    void linesWithoutACardAreCountedAndTheFirstIsNamed() throws IOException {
        Survey survey = survey("\uFEFFcard,account\r\n1001,main\r\n\r\n10-02,main\r\n,main\r\n1003,main\r\n");
        assertThat(survey.cards()).isEqualTo(2);
        assertThat(survey.badLines()).isEqualTo(2);
        assertThat(survey.firstBad()).isEqualTo(4);
    }

    @Test
    void theFingerprintIsOfTheCardsAndNotOfHowTheyAreWritten() throws IOException {
        long plain = survey("1001\n1002\n").fingerprint();
        assertThat(survey("\uFEFFname,card\r\na,1001\r\n\r\nb,1002").fingerprint())
                .isEqualTo(plain);
        assertThat(survey("1001\n1003\n").fingerprint()).isNotEqualTo(plain);
        assertThat(survey("1001\n1002\n1003\n").fingerprint()).isNotEqualTo(plain);
    }
}
