package org.simrelay.sweep;

import com.carrotsearch.hppc.BitMixer;
import com.carrotsearch.hppc.LongLongHashMap;
import com.carrotsearch.hppc.cursors.LongLongCursor;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.simrelay.inventory.CardHash;

/**
 * What Kafka acknowledged last of each card of a poll and account, as 64 bits of the card and 64 of its value; 300,000 cards take
 * 8 MB. A card whose event is on its way, or was refused, is not known. Thread-safe.
 */
public final class PublishedValues {

    private static final int BYTES = 2 * Long.BYTES;

    private LongLongHashMap values = new LongLongHashMap();

    /** Whether this is the value that was acknowledged last. */
    synchronized boolean isLast(String card, byte[] value) {
        return values.getOrDefault(CardHash.of(card), 0) == hash(value);
    }

    /** Kafka has acknowledged this value of the card. */
    synchronized void acknowledged(String card, byte[] value) {
        values.put(CardHash.of(card), hash(value));
    }

    /** Nothing is known of the card. */
    synchronized void forget(String card) {
        values.remove(CardHash.of(card));
    }

    /** Nothing is known of any card. */
    public synchronized void clear() {
        values = new LongLongHashMap();
    }

    /** Of how many cards the value is known. */
    public synchronized int size() {
        return values.size();
    }

    /**
     * All that is known, in parts of about the same size; a card's part depends on its number alone.
     *
     * @param parts a power of two
     */
    public synchronized List<byte[]> parts(int parts) {
        int shift = Long.numberOfLeadingZeros(parts) + 1;
        int[] sizes = new int[parts];
        for (LongLongCursor each : values) {
            sizes[part(each.key, shift)]++;
        }
        List<ByteBuffer> buffers = new ArrayList<>(parts);
        for (int size : sizes) {
            buffers.add(ByteBuffer.allocate(size * BYTES));
        }
        for (LongLongCursor each : values) {
            buffers.get(part(each.key, shift)).putLong(each.key).putLong(each.value);
        }
        return buffers.stream().map(ByteBuffer::array).toList();
    }

    // a shift by 64 would be one by 0
    private static int part(long key, int shift) {
        return shift == Long.SIZE ? 0 : (int) (key >>> shift);
    }

    /** Takes what {@link #parts} gave. */
    public synchronized void add(byte[] part) {
        ByteBuffer buffer = ByteBuffer.wrap(part);
        values.ensureCapacity(values.size() + part.length / BYTES);
        while (buffer.remaining() >= BYTES) {
            values.put(buffer.getLong(), buffer.getLong());
        }
    }

    /** The same for the same cards and values, in whatever order they stand. */
    public static long fingerprint(byte[] part) {
        ByteBuffer buffer = ByteBuffer.wrap(part);
        long sum = 1;
        while (buffer.remaining() >= BYTES) {
            sum += BitMixer.mix64(buffer.getLong() * 31 + buffer.getLong());
        }
        return sum;
    }

    /** Never 0, which stands for a value that is not known. */
    private static long hash(byte[] value) {
        long hash = Hashing.farmHashFingerprint64().hashBytes(value).asLong();
        return hash == 0 ? 1 : hash;
    }
}
