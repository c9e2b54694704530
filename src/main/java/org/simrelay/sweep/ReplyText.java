package org.simrelay.sweep;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A reply's bytes as text: UTF-8, or UTF-16 where JSON's first characters say so (RFC 4627, 3). */
final class ReplyText {

    private ReplyText() {}

    static String of(byte[] bytes) {
        return new String(bytes, charset(bytes));
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return StandardCharsets.UTF_16;
        }
        return bytes[0] == 0
                ? StandardCharsets.UTF_16BE
                : bytes[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }
}
