package org.simrelay.inventory;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/** Cards with the numbers that they are, read once by the thread that has them at hand: another one would wait for its memory. */
public final class NumberedCards extends AbstractList<String> implements RandomAccess {

    private final List<String> cards;
    private final long[] numbers;

    private NumberedCards(List<String> cards) {
        this.cards = cards;
        this.numbers = new long[cards.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = CardHash.number(cards.get(i));
        }
    }

    /** These cards, numbered; as they are where they are it. */
    public static NumberedCards of(Collection<String> cards) {
        return cards instanceof NumberedCards numbered ? numbered : new NumberedCards(List.copyOf(cards));
    }

    /** {@link CardHash#number} of the card at this place. */
    public long number(int index) {
        return numbers[index];
    }

    @Override
    public String get(int index) {
        return cards.get(index);
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
