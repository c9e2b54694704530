package org.simrelay.inventory;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the card stands in the lines of an inventory. Only letters, digits and separators are looked at, which are the same
 * bytes in UTF-8, GBK and each other charset that extends ASCII: whatever the other columns are written in, the cards are read.
 *
 * @param separator between the cells
 * @param column the card's cell, from 0
 * @param width cells of the header; 1 for a list
 * @param account the cell that names whose the card is, as {@code <vendor>.<account>}; below 0 where there is none
 */
record CardColumn(byte separator, int column, int width, int account) {

    private static final String NAME = "card";
    private static final String ACCOUNT = "account";
    private static final byte[] SEPARATORS = {',', ';', '\t'};
    private static final int LONGEST = 64;
    private static final CardColumn LIST = new CardColumn((byte) ',', 0, 1, -1);

    /** What a line is that holds no card and nothing else either. */
    static final String BLANK = "";

    /** Whether the line has nothing but separators, quotes and blanks: before the header nobody knows what separates. */
    static boolean isBlank(byte[] line, int start, int end) {
        for (int at = start; at < end; at++) {
            if (" \t,;\"".indexOf(line[at]) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The column of a header; null if the line is none: it has no cell "card", or more than one. */
    static @Nullable CardColumn ofHeader(byte[] line, int start, int end) {
        Cells cells = new Cells();
        for (byte separator : SEPARATORS) {
            if (cells.split(line, start, end, separator)) {
                int column = only(cells, line, NAME);
                if (column >= 0) {
                    return new CardColumn(separator, column, cells.count(), only(cells, line, ACCOUNT));
                }
            }
        }
        return null;
    }

    /** The one cell of this name, first as it is written, then in any case; below 0 where there is none, or more than one. */
    private static int only(Cells cells, byte[] line, String name) {
        int column = only(cells, line, name, false);
        return column < 0 ? only(cells, line, name, true) : column;
    }

    private static int only(Cells cells, byte[] line, String name, boolean anyCase) {
        int found = -1;
        for (int cell = 0; cell < cells.count(); cell++) {
            String text = text(line, cells.start(cell), cells.end(cell));
            if (anyCase ? text.equalsIgnoreCase(name) : text.equals(name)) {
                if (found >= 0) {
                    return -1;
                }
                found = cell;
            }
        }
        return found;
    }

    /** The column of a list, if the line can be the first of one: a name in letters alone is the header of another file. */
    static @Nullable CardColumn ofList(byte[] line, int start, int end) {
        String card = LIST.card(line, start, end, new Cells());
        return card != null && card.chars().anyMatch(c -> c >= '0' && c <= '9') ? LIST : null;
    }

    /**
     * The card of a line.
     *
     * @param cells to take it apart with
     * @return {@link #BLANK} for a line whose cells are all empty; null where it holds no card, or nobody can say which
     */
    @Nullable String card(byte[] line, int start, int end, Cells cells) {
        return card(line, start, end, cells, CardOwner.ALL);
    }

    /**
     * The card of a line, if it is of an account.
     *
     * @param cells to take it apart with
     * @return {@link #BLANK} also for a line of another account, null for one of an account that nobody knows
     */
    @Nullable String card(byte[] line, int start, int end, Cells cells, CardOwner of) {
        if (!cells.split(line, start, end, separator)) {
            return null;
        }
        if (cells.emptyFrom(0)) {
            return BLANK;
        }
        // a separator too many moves the cells behind it, and in a list stands before a second card
        boolean shifted = (column > 0 || width == 1) && !cells.emptyFrom(width);
        if (shifted || column >= cells.count()) {
            return null;
        }
        if (account >= 0 && !of.isAll()) {
            String named = account < cells.count()
                    ? text(line, cells.start(account), cells.end(account)).strip()
                    : "";
            if (!named.isEmpty() && !of.known().contains(named)) {
                return null;
            }
            if (named.isEmpty() ? !of.isFirst() : !named.equals(of.account())) {
                return BLANK;
            }
        }
        return number(line, cells.start(column), cells.end(column));
    }

    private static @Nullable String number(byte[] line, int start, int end) {
        if (start == end || end - start > LONGEST) {
            return null;
        }
        for (int at = start; at < end; at++) {
            if (!isLetterOrDigit(line[at])) {
                return null;
            }
        }
        String card = text(line, start, end);
        // the header of a second file behind the first
        return card.equalsIgnoreCase(NAME) ? null : card;
    }

    private static boolean isLetterOrDigit(byte value) {
        int lower = value | 0x20;
        return (value >= '0' && value <= '9') || (lower >= 'a' && lower <= 'z');
    }

    private static String text(byte[] line, int start, int end) {
        return new String(line, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
