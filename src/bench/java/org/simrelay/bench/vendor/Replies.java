package org.simrelay.bench.vendor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a vendor answers, ready to be sent. */
interface Replies {

    /** Writes what follows the other headers: the length, an empty line and the body. */
    void write(RequestLine request, ByteBuffer out);

    /** A whole body with its length before it. */
    static byte[] prebuilt(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] length = length(bytes.length);
        return ByteBuffer.allocate(length.length + bytes.length)
                .put(length)
                .put(bytes)
                .array();
    }

    /** The header of a length, and the empty line. */
    static byte[] length(int bytes) {
        return ("Content-Length: " + bytes + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
