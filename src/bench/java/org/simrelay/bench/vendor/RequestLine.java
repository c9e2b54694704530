package org.simrelay.bench.vendor;

import java.nio.charset.StandardCharsets;

/** The first line of a request as it came in, read in place: to make a text of each would cost more than to answer it. */
final class RequestLine {

    private final byte[] bytes;
    private int length;

    RequestLine(byte[] bytes) {
        this.bytes = bytes;
    }

    void length(int newLength) {
        this.length = newLength;
    }

    /** Where the value of a parameter begins; -1 where it is not there. */
    int after(byte[] name) {
        int last = length - name.length;
        for (int i = 0; i <= last; i++) {
            int j = 0;
            while (j < name.length && bytes[i + j] == name[j]) {
                j++;
            }
            if (j == name.length) {
                return i + name.length;
            }
        }
        return -1;
    }

    /** The whole number at a place, of {@code most} digits at most. */
    long number(int at, int most) {
        long number = 0;
        for (int i = at; i < at + most && i < length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + (bytes[i] - '0');
        }
        return number;
    }

    /** Where the next of a list begins that is joined by commas, written plainly or as %2C; -1 at its end. */
    int next(int at) {
        if (at < length && bytes[at] == ',') {
            return at + 1;
        }
        return at < length && bytes[at] == '%' ? at + 3 : -1;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
