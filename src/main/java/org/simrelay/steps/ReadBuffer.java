package org.simrelay.steps;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads streams into one array, again and again: {@link InputStream#readNBytes} clears and copies a new one of 8 kB for a page of
 * 2 kB. For one thread.
 */
final class ReadBuffer {

    // what most replies fit into; a larger one is read beside it
    private static final int KEPT = 64 * 1024;

    private final byte[] buffer = new byte[KEPT];

    /**
     * The bytes of a stream up to its end, or so many of them.
     *
     * @throws IOException as the stream
     */
    byte[] read(InputStream stream, int most) throws IOException {
        int length = stream.readNBytes(buffer, 0, Math.min(KEPT, most));
        if (length < KEPT) {
            return Arrays.copyOf(buffer, length);
        }
        byte[] rest = stream.readNBytes(most - length);
        byte[] all = Arrays.copyOf(buffer, length + rest.length);
        System.arraycopy(rest, 0, all, length, rest.length);
        return all;
    }
}
