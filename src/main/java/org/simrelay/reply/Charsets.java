package org.simrelay.reply;

import com.google.common.base.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;
import org.apache.camel.util.IOHelper;
import org.jspecify.annotations.Nullable;

/** Replies in another charset than JSON's, such as GBK. */
public final class Charsets {

    // what these lack, the last one has under the same bytes; servers name the first and write in either (Encoding
    // Standard, 4.2)
    private static final Set<String> IN_GB18030 = Set.of("GB2312", "GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private Charsets() {}

    /**
     * The same text in UTF-8.
     *
     * @param contentType names the charset; what it says is believed only of bytes that are no UTF-8, since servers are known to
     *     name a charset they do not write in
     * @return null where neither fits: a parser might read letters that were never written
     */
    public static byte @Nullable [] of(byte[] bytes, @Nullable String contentType) {
        if (isUtf(bytes)) {
            return bytes;
        }
        String name = contentType == null ? null : IOHelper.getCharsetNameFromContentType(contentType);
        try {
            Charset charset = name == null ? null : Charset.forName(name);
            String text = charset == null ? null : decoded(bytes, charset);
            if (text == null && charset != null && IN_GB18030.contains(charset.name())) {
                text = decoded(bytes, GB18030);
            }
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    // JSON's other encodings begin with a mark or hold zero bytes; Jackson tells them apart (RFC 4627, 3)
    private static boolean isUtf(byte[] bytes) {
        return Utf8.isWellFormed(bytes)
                || (bytes.length >= 2
                        && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF || bytes[0] == 0 || bytes[1] == 0));
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
