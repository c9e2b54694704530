package org.simrelay.inventory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A place in an inventory's copy, which stays there until the cursor is closed. Not for several threads. */
public final class CardCursor implements AutoCloseable {

    private final InventoryCopy copy;
    private final CardFile file;
    private final LineReader lines;
    private boolean open = true;

    CardCursor(InventoryCopy copy, CardFile file) {
        this.copy = copy;
        this.file = file;
        this.lines = new LineReader(file.stream());
    }

    /** What is known of all its cards. */
    public InventoryScan survey() {
        return copy.survey();
    }

    /** Whether its lines name accounts, so that these are the cards of one. */
    public boolean namesAccounts() {
        return copy.namesAccounts();
    }

    /** The next card; null at the end. */
    public @Nullable String next() throws IOException {
        return lines.next() ? card(lines) : null;
    }

    /** The last of all cards, wherever this stands; there must be one. */
    public String last() throws IOException {
        return file.last();
    }

    /** The card of a line of our own. */
    static String card(LineReader lines) {
        return new String(lines.bytes(), lines.start(), lines.end() - lines.start(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            copy.close();
        }
    }
}
