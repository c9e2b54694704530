package org.simrelay.inventory;

import com.google.common.io.CharSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Gives a text in UTF-8 where its byte order mark says that it is in UTF-16 or UTF-32. */
final class Utf8 {

    private static final int LONGEST_MARK = 4;
    // the longer marks first: UTF-32's begins as UTF-16's does
    private static final List<Charset> MARKED = List.of(
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    private Utf8() {}

    /** The same text, in UTF-8 if it has a mark of another of Unicode's forms, else as it is; the mark stays. */
    static InputStream of(InputStream in) throws IOException {
        PushbackInputStream marked = new PushbackInputStream(in, LONGEST_MARK);
        byte[] begin = marked.readNBytes(LONGEST_MARK);
        marked.unread(begin);
        for (Charset charset : MARKED) {
            byte[] mark = "\uFEFF".getBytes(charset);
            if (begin.length >= mark.length && startsWith(begin, mark)) {
                return decoded(marked, charset);
            }
        }
        return marked;
    }

    private static boolean startsWith(byte[] begin, byte[] mark) {
        return java.util.Arrays.equals(begin, 0, mark.length, mark, 0, mark.length);
    }

    private static InputStream decoded(InputStream in, Charset charset) throws IOException {
        CharSource text = new CharSource() {
            @Override
            public Reader openStream() {
                return new InputStreamReader(in, charset);
            }
        };
        return text.asByteSource(StandardCharsets.UTF_8).openStream();
    }
}
