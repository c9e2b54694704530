package org.simrelay.inventory;

import java.util.Arrays;

/**
 * The cells of one line of a CSV (RFC 4180), without the blanks and quotes around them. A quote that opens a cell is closed in
 * the same line: one that is not would take the lines behind it, and their cards, into its cell. Not for several threads.
 */
final class Cells {

    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    /**
     * Takes a line apart.
     *
     * @return false where a quoted cell is not closed, or text follows its closing quote
     */
    boolean split(byte[] line, int start, int end, byte separator) {
        count = 0;
        int at = start;
        while (true) {
            at = behindBlanks(line, at, end, separator);
            if (at < end && line[at] == '"') {
                int close = closingQuote(line, at + 1, end);
                add(line, at + 1, close);
                at = behindBlanks(line, close + 1, end, separator);
                if (close == end || (at < end && line[at] != separator)) {
                    return false;
                }
            } else {
                int from = at;
                while (at < end && line[at] != separator) {
                    at++;
                }
                add(line, from, at);
            }
            if (at >= end) {
                return true;
            }
            at++;
        }
    }

    private static int behindBlanks(byte[] line, int from, int end, byte separator) {
        int at = from;
        while (at < end && isBlank(line[at]) && line[at] != separator) {
            at++;
        }
        return at;
    }

    private static int closingQuote(byte[] line, int from, int end) {
        int at = from;
        while (at < end) {
            if (line[at] != '"') {
                at++;
            } else if (at + 1 < end && line[at + 1] == '"') {
                at += 2;
            } else {
                return at;
            }
        }
        return end;
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t';
    }

    private void add(byte[] line, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(line[from])) {
            from++;
        }
        while (from < to && isBlank(line[to - 1])) {
            to--;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = from;
        ends[count] = to;
        count++;
    }

    int count() {
        return count;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    /** Whether all cells from this one on are empty. */
    boolean emptyFrom(int first) {
        for (int cell = first; cell < count; cell++) {
            if (starts[cell] < ends[cell]) {
                return false;
            }
        }
        return true;
    }
}
