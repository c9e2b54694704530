package org.simrelay.inventory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A place in an inventory's file, read line by line. */
final class InventoryCursor implements AutoCloseable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * A line of the inventory.
     *
     * @param card the card's number, null where the line has none
     * @param number the line's number in the file, from 1
     */
    record Line(@Nullable String card, long number) {}

    private final Path file;
    private final CardOwner owner;
    private final LineReader lines;
    private final Cells cells = new Cells();
    private final @Nullable CardColumn column;
    private boolean firstIsCard;

    InventoryCursor(Path file, CardOwner owner, LineReader lines) throws IOException {
        this.file = file;
        this.owner = owner;
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
        String text =
                new String(lines.bytes(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8).strip();
        if (text.startsWith("#") || text.startsWith("//")) {
            return ": it is a comment, and there are none here; remove it";
        }
        if (text.indexOf('，') >= 0 || text.indexOf('；') >= 0) {
            return ": a full-width sign stands between its cells; write a plain comma";
        }
        if (text.matches(
                "(?i)\"?cards\"?([,;\t].*)?|(.*[,;\t])?\"?(cards|card[ _-]?(no|number|id)|msisdn|iccid|sim|卡号|号码)\"?([,;\t].*)?")) {
            return ": the column of the numbers must be called card; rename it";
        }
        // never given back: thousands of numbers would take more stack than a thread has
        if (text.matches("[0-9]{6,}+([,;\t ]++[0-9]{6,}+)++")) {
            return ": it holds several numbers; write each in a line of its own";
        }
        return lines.tooLong() ? ": it is longer than " + LineReader.LONGEST + " bytes" : "";
    }

    /** Whether its header has a column of accounts. */
    boolean namesAccounts() {
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
            String card = lines.tooLong() ? null : of.card(lines.bytes(), start(), lines.end(), cells, owner);
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
