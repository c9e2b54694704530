package org.simrelay.inventory;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of cards: a number a line, or a CSV whose header has {@code card}. Read as a stream, in the file's order. */
public final class Inventory {

    private final Path file;
    private final String account;

    /** All cards of the file. */
    public Inventory(Path file) {
        this(file, "");
    }

    private Inventory(Path file, String account) {
        this.file = file;
        this.account = account;
    }

    /**
     * The cards of an account: those of the lines that name it, where the file has a column {@code account}; else all.
     *
     * @param account {@code <vendor>.<account>}
     * @throws IOException when the file cannot be read
     */
    public static Inventory of(Path file, String account) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (InventoryCursor header = new Inventory(file).open()) {
            return new Inventory(file, header.namesAccounts() ? account : "");
        }
    }

    /** Whose cards it has: {@code <vendor>.<account>}, empty for all of the file. */
    public String account() {
        return account;
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
            return new InventoryCursor(file, account, new LineReader(Utf8.of(in)));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
