package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simrelay.inventory.CardHash;
import org.simrelay.inventory.NumberedCards;

class PackedCardsTest {

    private static final List<String> CARDS =
            List.of("1064800000001", "0064800000001", "999999999999999999", "1064800000000000000001", "card-7", "1");

    @Test
    void everyCardComesOutAsItWentIn() {
        PackedCards packed = new PackedCards();
        NumberedCards numbered = NumberedCards.of(CARDS);
        List<Long> hashes = new ArrayList<>();
        for (int i = 0; i < numbered.size(); i++) {
            hashes.add(packed.add(numbered, i));
        }
        List<String> out = new ArrayList<>();
        packed.forEach(out::add);
        List<Long> again = new ArrayList<>();
        packed.forEachHash(again::add);
        assertThat(out).containsExactlyInAnyOrderElementsOf(CARDS);
        assertThat(hashes)
                .containsExactlyElementsOf(CARDS.stream().map(CardHash::of).toList());
        assertThat(again).containsExactlyInAnyOrderElementsOf(hashes);
    }
}
