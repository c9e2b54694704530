package org.simrelay.inventory;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file of cards: a number a line, or a CSV whose header has {@code card}. Read as a stream, in the file's order. */
public final class Inventory {

    private final Path file;
    private final CardOwner owner;

    /** All cards of the file. */
    public Inventory(Path file) {
        this(file, CardOwner.ALL);
    }

    /** The cards of one account, where the file has a column {@code account}; else all. */
    public Inventory(Path file, CardOwner owner) {
        this.file = file;
        this.owner = owner;
    }

    /** Whose cards it has. */
    CardOwner owner() {
        return owner;
    }

    public Path file() {
        return file;
    }

    /**
     * Opens the file at its first card.
     *
     * @throws IOException when it cannot be read, or its first line is neither a card nor a header with "card"
     */
    InventoryCursor open() throws IOException {
        return open(new FileInputStream(file.toFile()));
    }

    /** The same for a stream of the file's bytes, which is closed with the cursor, or at once where this throws. */
    InventoryCursor open(InputStream in) throws IOException {
        try {
            return new InventoryCursor(file, owner, new LineReader(Utf8.of(in)));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
