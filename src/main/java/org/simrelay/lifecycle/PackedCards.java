package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.cursors.LongCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.simrelay.inventory.CardHash;
import org.simrelay.inventory.NumberedCards;

/** Cards one behind the other, some 12 bytes each where they are numbers. For one thread. */
final class PackedCards {

    private final LongArrayList numbers = new LongArrayList();
    private final List<String> others = new ArrayList<>(0);

    /**
     * Adds one of these cards.
     *
     * @return its hash, {@link CardHash#of(String)}
     */
    long add(NumberedCards cards, int index) {
        long number = cards.number(index);
        if (number == 0) {
            String card = cards.get(index);
            others.add(card);
            return CardHash.of(card);
        }
        numbers.add(number);
        return CardHash.ofNumber(number);
    }

    void forEach(Consumer<String> to) {
        for (LongCursor number : numbers) {
            to.accept(Long.toString(number.value));
        }
        others.forEach(to);
    }

    void forEachHash(LongConsumer to) {
        for (LongCursor number : numbers) {
            to.accept(CardHash.ofNumber(number.value));
        }
        others.forEach(card -> to.accept(CardHash.of(card)));
    }
}
