package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two cards that got the same hash would be one card to a sweep. */
class CardHashTest {

    private static long[] hashes(LongStream cards) {
        return cards.map(card -> CardHash.of(Long.toString(card))).distinct().toArray();
    }

    @Test
    void aMillionNumbersInARowGetAMillionHashes() {
        assertThat(hashes(LongStream.range(1_064_800_000_000L, 1_064_801_000_000L)))
                .hasSize(1_000_000);
    }

    @Test
    void whatLooksLikeOneNumberIsTwoCards() {
        List<String> cards = List.of("0", "00", "1", "01", "001", "", "12345678901234567890", "1234567890123456789");
        assertThat(cards).extracting(CardHash::of).doesNotHaveDuplicates();
    }

    @Test
    void lettersAndOtherDigitsAreNoNumber() {
        // as a digit ':' would be ten, and this would be 20
        assertThat(CardHash.of("1:")).isNotEqualTo(CardHash.of("20"));
        assertThat(CardHash.of("\u0661\u0662")).isNotEqualTo(CardHash.of("12"));
        assertThat(CardHash.of("card-12")).isNotEqualTo(CardHash.of("card-21"));
    }

    @Test
    void sumsOfHashesTellSetsOfCardsApartWhereSumsOfNumbersDoNot() {
        assertThat(CardHash.of("1001") + CardHash.of("1004")).isNotEqualTo(CardHash.of("1002") + CardHash.of("1003"));
    }
}
