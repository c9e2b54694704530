package org.simrelay.inventory;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of cards: a number a line, or a CSV whose header has {@code card}. Read as a stream, in the file's order. */
public final class Inventory {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

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
        try (Cursor header = new Inventory(file).open()) {
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
    Cursor open() throws IOException {
        return open(new FileInputStream(file.toFile()));
    }

    /** The same for a stream of the file's bytes, which is closed with the cursor, or at once where this throws. */
    Cursor open(InputStream in) throws IOException {
        try {
            return new Cursor(new LineReader(Utf8.of(in)));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * A line of the inventory.
     *
     * @param card the card's number, null where the line has none
     * @param number the line's number in the file, from 1
     */
    record Line(@Nullable String card, long number) {}

    /** A place in the file. */
    final class Cursor implements AutoCloseable {
        private final LineReader lines;
        private final Cells cells = new Cells();
        private final @Nullable CardColumn column;
        private boolean firstIsCard;

        private Cursor(LineReader lines) throws IOException {
            this.lines = lines;
            this.column = first();
        }

        /** Finds the column by the first line that is not blank; null where there is no such line. */
        private @Nullable CardColumn first() throws IOException {
            while (lines.next()) {
                int start = start();
                if (lines.tooLong() || !CardColumn.isBlank(lines.bytes(), start, lines.end())) {
                    CardColumn header = CardColumn.ofHeader(lines.bytes(), start, lines.end());
                    CardColumn list = CardColumn.ofList(lines.bytes(), start, lines.end());
                    firstIsCard = header == null && list != null;
                    if (lines.tooLong() || (header == null && list == null)) {
                        throw new IOException("line " + lines.number() + " of " + file
                                + " is neither a card number nor a CSV header with one column \"card\"" + why());
                    }
                    return header == null ? list : header;
                }
            }
            return null;
        }

        private String why() {
            for (int at = lines.start(); at < lines.end(); at++) {
                if (lines.bytes()[at] == 0) {
                    return ": it holds NUL bytes, as a spreadsheet, an archive, or UTF-16 without a byte order mark;"
                            + " save it as CSV in UTF-8";
                }
            }
            return lines.tooLong() ? ": it is longer than " + LineReader.LONGEST + " bytes" : "";
        }

        private boolean namesAccounts() {
            return column != null && column.account() >= 0;
        }

        /** The next line that is not empty; null at the end. */
        @Nullable Line next() throws IOException {
            CardColumn of = column;
            if (of == null) {
                return null;
            }
            while (firstIsCard || lines.next()) {
                firstIsCard = false;
                String card = lines.tooLong() ? null : of.card(lines.bytes(), start(), lines.end(), cells, account);
                if (card == null || !card.equals(CardColumn.BLANK)) {
                    return new Line(card, lines.number());
                }
            }
            return null;
        }

        /** Where the line begins behind a byte order mark: files put together have one in their midst, too. */
        private int start() {
            byte[] line = lines.bytes();
            int start = lines.start();
            for (byte mark : BYTE_ORDER_MARK) {
                if (start == lines.end() || line[start] != mark) {
                    return lines.start();
                }
                start++;
            }
            return start;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
