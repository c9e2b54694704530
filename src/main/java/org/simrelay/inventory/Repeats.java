package org.simrelay.inventory;

import java.io.IOException;
import java.util.BitSet;

/**
 * Finds the lines of a file of cards whose card stands further up already. Exact, and in memory that does not grow with the
 * file but for a bit a line: it is read several times, each time for another part of all cards.
 */
final class Repeats {

    /** Distinct cards at once: some 22 MB. */
    private static final int MOST = 1_000_000;

    private final CardFile file;
    private final long cards;
    private final long bytes;
    private final int parts;

    private Repeats(CardFile file, long cards, long bytes, int most) {
        this.file = file;
        this.cards = cards;
        this.bytes = bytes;
        this.parts = Math.toIntExact(cards / most + 1);
    }

    /** Takes them out of the file; gives what is known of the cards that stay, in their order. */
    static CardWriter remove(CardFile file, CardWriter all) throws IOException {
        return remove(file, all, MOST);
    }

    static CardWriter remove(CardFile file, CardWriter all, int most) throws IOException {
        BitSet repeats = new Repeats(file, all.cards(), all.written(), most).find();
        if (repeats.isEmpty()) {
            return all;
        }
        // in place: what is written never comes up to what is still to be read
        CardWriter kept = new CardWriter(file);
        try (LineReader lines = new LineReader(file.stream())) {
            for (int line = 0; lines.next(); line++) {
                if (!repeats.get(line)) {
                    kept.add(CardCursor.card(lines));
                }
            }
        }
        kept.flush();
        file.cut(kept.written());
        return kept;
    }

    private BitSet find() throws IOException {
        BitSet repeats = new BitSet();
        for (int part = 0; part < parts; part++) {
            CardSet seen = new CardSet((int) (cards / parts), (int) (bytes / parts));
            try (LineReader lines = new LineReader(file.stream())) {
                for (int line = 0; lines.next(); line++) {
                    long hash = CardSet.hash(lines.bytes(), lines.start(), lines.end());
                    // by the upper bits; the set goes by the lower ones
                    if (((hash >>> 33) * parts) >>> 31 == part
                            && !seen.add(lines.bytes(), lines.start(), lines.end(), hash)) {
                        repeats.set(line);
                    }
                }
            }
        }
        return repeats;
    }
}
