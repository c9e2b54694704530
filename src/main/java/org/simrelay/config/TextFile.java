package org.simrelay.config;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the text files that people write for the service: settings, secrets, routes, mappings. They are UTF-8; the byte order
 * mark that some editors put first is no part of the text.
 */
public final class TextFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    /**
     * The whole text of a file.
     *
     * @throws IOException when it cannot be read
     * @throws SettingsException naming the file and, where it is another charset than UTF-8, which it looks like
     */
    public static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean decoded =
                !StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
        int zero = Bytes.indexOf(bytes, (byte) 0);
        if (!decoded || zero >= 0) {
            int position = zero >= 0 ? Math.min(zero, in.position()) : in.position();
            throw new SettingsException(file + " is not UTF-8, at line " + line(bytes, position)
                    + looksLike(bytes, zero >= 0) + "; save it as UTF-8");
        }
        String text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String looksLike(byte[] bytes, boolean zeros) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        if (mark == 0xFEFF || mark == 0xFFFE || zeros) {
            return " (looks like UTF-16, or is no text)";
        }
        try {
            Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes));
            return " (looks like GBK)";
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static int line(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
