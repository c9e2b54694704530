package org.simrelay.inventory;

/** Writes cards into a file from its beginning, one a line, and counts them. Not for several threads. */
final class CardWriter {

    private static final int PART = 1 << 16;

    private final CardFile file;
    private final byte[] part = new byte[PART];
    private int filled;
    private long written;
    private long cards;
    private long fingerprint;

    CardWriter(CardFile file) {
        this.file = file;
    }

    /** Adds a card: letters and digits alone. */
    @SuppressWarnings("deprecation") // copies a text of ASCII without an array of its own
    void add(String card) {
        int length = card.length();
        if (filled + length + 1 > PART) {
            flush();
        }
        card.getBytes(0, length, part, filled);
        filled += length;
        part[filled++] = '\n';
        cards++;
        fingerprint = fingerprint * 31 + CardHash.of(card);
    }

    /** Writes what is not yet in the file. */
    void flush() {
        file.write(written, part, filled);
        written += filled;
        filled = 0;
    }

    /** Bytes that are in the file. */
    long written() {
        return written;
    }

    long cards() {
        return cards;
    }

    /** Of the cards in their order. */
    long fingerprint() {
        return fingerprint;
    }
}
