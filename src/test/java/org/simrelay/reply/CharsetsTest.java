package org.simrelay.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ReadReply in other charsets: what a reply says of its charset is believed only where its bytes do not say otherwise. */
class CharsetsTest {

    private static final String TEXT = "{\"message\":\"正确\"}";
    private static final byte[] GBK = TEXT.getBytes(Charset.forName("GBK"));

    @Test
    void aTextInTheCharsetItNamesIsRead() {
        assertThat(new String(Charsets.of(GBK, "application/json; charset=GBK"), UTF_8))
                .isEqualTo(TEXT);
    }

    @Test
    void aTextInUtf8IsReadWhateverItNames() {
        byte[] bytes = TEXT.getBytes(UTF_8);
        assertThat(Charsets.of(bytes, "text/html;charset=gb2312")).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html; charset=utf-8", "text/html; charset=klingon", "charset=%"})
    void bytesThatNoNamedCharsetFitsAreNoText(String contentType) {
        assertThat(Charsets.of(GBK, contentType)).isNull();
    }

    @Test
    void bytesThatAreNoUtf8AreNoTextWithoutAName() {
        assertThat(Charsets.of(GBK, null)).isNull();
    }

    @Test
    void utf16IsLeftToTheParser() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_16);
        assertThat(Charsets.of(bytes, null)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "GBK", "GB18030"})
    void aCharacterThatOnlyTheLargerOneOfItsFamilyHasIsReadToo(String named) {
        String text = "{\"name\":\"朱镕基 \uD842\uDFB7\"}";
        byte[] written = (named.equals("gb2312") ? "{\"name\":\"朱镕基\"}" : text).getBytes(Charset.forName("GB18030"));
        assertThat(new String(Charsets.of(written, "application/json; charset=" + named), UTF_8))
                .contains("朱镕基");
    }
}
