package org.simrelay.inventory;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a text in bytes, in a buffer that is used again for each: so many bytes are held and no more, however long a
 * line is. A line ends with a feed, a return, or both; the last one need not. Not for several threads.
 */
final class LineReader implements AutoCloseable {

    /** A line of so many bytes or more is not given whole. */
    static final int LONGEST = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST];
    private int at;
    private int limit;
    private int start;
    private int end;
    private long number;
    private boolean tooLong;
    private boolean afterReturn;

    /** Reads from where the stream stands; closes it with itself. */
    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        if (at == limit && !fill()) {
            return false;
        }
        if (afterReturn && buffer[at] == '\n') {
            at++;
            if (at == limit && !fill()) {
                return false;
            }
        }
        start = at;
        number++;
        tooLong = false;
        afterReturn = false;
        while (!toEndOfLine()) {
            if (!more()) {
                end = limit;
                return true;
            }
        }
        end = at;
        afterReturn = buffer[at] == '\r';
        at++;
        return true;
    }

    private boolean toEndOfLine() {
        while (at < limit && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        return at < limit;
    }

    /** Reads on behind a line that has begun, for which it makes room; what is too long loses its beginning. */
    private boolean more() throws IOException {
        if (limit - start == LONGEST) {
            tooLong = true;
            start = limit;
        }
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        at = limit;
        start = 0;
        int read = in.read(buffer, limit, LONGEST - limit);
        limit += Math.max(read, 0);
        return read >= 0;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(in.read(buffer, 0, LONGEST), 0);
        return limit > 0;
    }

    /** Holds the line from {@link #start} up to {@link #end}, until the next is read. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    /** Whether the line has {@link #LONGEST} bytes or more; then they are not all there. */
    boolean tooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
