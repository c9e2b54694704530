package org.simrelay.inventory;

import com.carrotsearch.hppc.BitMixer;
import java.util.Arrays;

/** A set of cards by their letters, of some 22 bytes each. Not for several threads. */
final class CardSet {

    private byte[] texts;
    private int used = 1;
    private int[] slots;
    private int size;

    /**
     * @param cards about how many there will be
     * @param bytes about how many they take
     */
    CardSet(int cards, int bytes) {
        slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, cards)) * 4)];
        texts = new byte[bytes + cards + 1];
    }

    /** A well mixed hash of a card. */
    static long hash(byte[] line, int start, int end) {
        long hash = 0;
        for (int at = start; at < end; at++) {
            hash = hash * 31 + line[at];
        }
        return BitMixer.mix64(hash);
    }

    /**
     * Adds a card of at most 127 letters.
     *
     * @return false if it is there already
     */
    boolean add(byte[] line, int start, int end, long hash) {
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0) {
            if (isAt(slots[slot], line, start, end)) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        int length = end - start;
        if (used + length + 1 > texts.length) {
            texts = Arrays.copyOf(texts, Math.addExact(texts.length, (texts.length >> 2) + length + 1));
        }
        slots[slot] = used;
        texts[used] = (byte) length;
        System.arraycopy(line, start, texts, used + 1, length);
        used += length + 1;
        if (++size > slots.length / 4 * 3) {
            grow();
        }
        return true;
    }

    private boolean isAt(int text, byte[] line, int start, int end) {
        int length = texts[text];
        return length == end - start && Arrays.equals(texts, text + 1, text + 1 + length, line, start, end);
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        for (int text = 1; text < used; text += texts[text] + 1) {
            int slot = (int) hash(texts, text + 1, text + 1 + texts[text]) & (larger.length - 1);
            while (larger[slot] != 0) {
                slot = (slot + 1) & (larger.length - 1);
            }
            larger[slot] = text;
        }
        slots = larger;
    }
}
