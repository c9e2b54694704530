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
    private static final int MOST_KEPT = 64 * 1024;
    private static final int FIRST = 4 * 1024;

    private byte[] buffer = new byte[FIRST];

    /**
     * The bytes of a stream up to its end, or so many of them.
     *
     * @throws IOException as the stream
     */
    byte[] read(InputStream stream, int most) throws IOException {
        int length = 0;
        while (true) {
            int room = Math.min(buffer.length, most);
            length += stream.readNBytes(buffer, length, room - length);
            if (length < room || length == most) {
                return Arrays.copyOf(buffer, length);
            }
            if (buffer.length == MOST_KEPT) {
                break;
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        byte[] rest = stream.readNBytes(most - length);
        byte[] all = Arrays.copyOf(buffer, length + rest.length);
        System.arraycopy(rest, 0, all, length, rest.length);
        return all;
    }
}
