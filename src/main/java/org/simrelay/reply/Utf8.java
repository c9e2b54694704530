package org.simrelay.reply;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.apache.camel.util.IOHelper;
import org.jspecify.annotations.Nullable;

/** Replies in another charset than JSON's, such as GBK. */
final class Utf8 {

    private Utf8() {}

    /**
     * The same text in UTF-8.
     *
     * @param contentType names the charset; what it says is believed only of bytes that are no UTF-8, since servers are known to
     *     name a charset they do not write in
     * @return the bytes as they are where no charset fits them: the JSON parser then refuses them
     */
    static byte[] of(byte[] bytes, @Nullable String contentType) {
        String name = contentType == null ? null : IOHelper.getCharsetNameFromContentType(contentType);
        if (name == null) {
            return bytes;
        }
        try {
            Charset named = Charset.forName(name);
            if (named.equals(StandardCharsets.UTF_8) || decoded(bytes, StandardCharsets.UTF_8) != null) {
                return bytes;
            }
            String text = decoded(bytes, named);
            return text == null ? bytes : text.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return bytes;
        }
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
