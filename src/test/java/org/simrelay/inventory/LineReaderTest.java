package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of any ending, wherever the parts of a stream end, and of any length in a buffer that does not grow. */
class LineReaderTest {

    /** Gives at most so many bytes at a time. */
    private static InputStream inParts(String text, int part) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, part));
            }
        };
    }

    private static List<String> lines(String text, int part) throws IOException {
        List<String> found = new ArrayList<>();
        try (LineReader lines = new LineReader(inParts(text, part))) {
            while (lines.next()) {
                found.add(lines.number() + ":" + (lines.tooLong() ? "long" : CardCursor.card(lines)));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100_000})
    void aLineEndsWithAFeedAReturnOrBoth(int part) throws IOException {
        assertThat(lines("a\nbb\r\nc\rd\n\n\r\n\re", part))
                .containsExactly("1:a", "2:bb", "3:c", "4:d", "5:", "6:", "7:", "8:e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\nb\n", "a\r\nb\r\n", "a\rb\r"})
    void theLastLineNeedNotEnd(String text) throws IOException {
        assertThat(lines(text, 100)).containsExactly("1:a", "2:b");
    }

    @Test
    void nothingHasNoLine() throws IOException {
        assertThat(lines("", 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 1 << 16, 1 << 20})
    void aLineThatIsTooLongIsOneLineAndTheNextOneIsWhole(int part) throws IOException {
        String longest = "x".repeat(LineReader.LONGEST - 1);
        assertThat(lines("a\n" + longest + "\n" + "y".repeat(3 * LineReader.LONGEST + 11) + "\r\nb", part))
                .containsExactly("1:a", "2:" + longest, "3:long", "4:b");
    }
}
