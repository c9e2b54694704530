package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Editors leave a byte order mark, and some save in another charset: the one is skipped, the other is named. */
class TextFileTest {

    private static final String TEXT = "a=1\n# 已激活\nb=测试期\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(dir.resolve("x.properties"), bytes);
    }

    @Test
    void utf8IsReadAsItIs() throws IOException {
        assertThat(TextFile.read(file(TEXT.getBytes(StandardCharsets.UTF_8)))).isEqualTo(TEXT);
        assertThat(TextFile.read(file(new byte[0]))).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertThat(TextFile.read(file(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "GBK, 2, looks like GBK",
        "GB18030, 2, looks like GBK",
        "UTF-16, 1, looks like UTF-16",
        "UTF-16LE, 1, looks like UTF-16",
        "UTF-16BE, 1, looks like UTF-16",
        "UTF-32, 1, looks like UTF-16",
        "Big5, 2, is not UTF-8"
    })
    void anotherCharsetIsNamed(String charset, int line, String words) throws IOException {
        Path file = file("a=1\n# 已激活\nb=测试\n".replace("激", "機").getBytes(Charset.forName(charset)));
        assertThatThrownBy(() -> TextFile.read(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file + " is not UTF-8, at line " + line)
                .hasMessageContaining(words)
                .hasMessageEndingWith("; save it as UTF-8");
    }

    @Test
    void aCharacterThatIsCutAtTheEndIsNoUtf8() throws IOException {
        byte[] bytes = "已".getBytes(StandardCharsets.UTF_8);
        Path file = file(new byte[] {'a', '\n', bytes[0], bytes[1]});
        assertThatThrownBy(() -> TextFile.read(file)).isInstanceOf(SettingsException.class);
    }

    @Test
    void whatCannotBeReadIsLeftToTheCaller() {
        assertThatThrownBy(() -> TextFile.read(dir.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
