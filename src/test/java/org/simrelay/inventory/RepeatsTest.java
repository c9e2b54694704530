package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each card stays where it stands first, however few of them fit into memory at once. */
class RepeatsTest {

    @TempDir
    private Path folder;

    private List<String> distinct(List<String> cards, int most) throws IOException {
        try (CardFile file = CardFile.in(folder)) {
            CardWriter writer = new CardWriter(file);
            cards.forEach(writer::add);
            writer.flush();
            CardWriter kept = Repeats.remove(file, writer, most);
            List<String> found = new ArrayList<>();
            try (LineReader lines = new LineReader(file.stream())) {
                while (lines.next()) {
                    found.add(CardCursor.card(lines));
                }
            }
            assertThat(kept.cards()).isEqualTo(found.size());
            assertThat(kept.fingerprint()).isEqualTo(fingerprint(found));
            return found;
        }
    }

    private long fingerprint(List<String> cards) throws IOException {
        try (CardFile file = CardFile.in(folder)) {
            CardWriter writer = new CardWriter(file);
            cards.forEach(writer::add);
            return writer.fingerprint();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 999, 1_000_000})
    void theFirstOfEachStaysInOrder(int most) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            cards.add((random.nextBoolean() ? "106480" : "00a") + random.nextInt(3_000));
        }
        assertThat(distinct(cards, most)).containsExactlyElementsOf(new LinkedHashSet<>(cards));
    }

    @Test
    void theWholeListTwiceIsTheList() throws IOException {
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            cards.add(Long.toString(1_064_800_000_000L + i));
        }
        List<String> twice = new ArrayList<>(cards);
        twice.addAll(cards);
        assertThat(distinct(twice, 1_000)).isEqualTo(cards);
    }

    @Test
    void oneCardOverAndOverIsOneCard() throws IOException {
        assertThat(distinct(java.util.Collections.nCopies(50_000, "1064800000001"), 100))
                .containsExactly("1064800000001");
    }

    @Test
    void cardsOfTheSameHashAreTwo() throws IOException {
        byte[] both = {'A', 'a', 'B', 'B'};
        assertThat(CardSet.hash(both, 0, 2)).isEqualTo(CardSet.hash(both, 2, 4));
        assertThat(distinct(List.of("Aa", "BB", "Aa", "BB", "AaAa", "BBBB", "AaBB"), 2))
                .containsExactly("Aa", "BB", "AaAa", "BBBB", "AaBB");
    }

    @Test
    void zerosInFrontMakeAnotherCard() throws IOException {
        assertThat(distinct(List.of("1", "01", "001", "1"), 100)).containsExactly("1", "01", "001");
    }

    @Test
    void aSetThatIsFullerThanThoughtGrows() {
        CardSet set = new CardSet(1, 1);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                byte[] card = Integer.toString(i).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                assertThat(set.add(card, 0, card.length, CardSet.hash(card, 0, card.length)))
                        .isEqualTo(round == 0);
            }
        }
    }
}
