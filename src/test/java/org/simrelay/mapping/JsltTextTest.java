package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.TestSweeps;
import org.simrelay.config.RouteFiles;
import org.simrelay.records.Json;

/** A mapping and what it imports may have a byte order mark; in another charset than UTF-8 each is named. */
class JsltTextTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void mappings() throws IOException {
        Files.createDirectories(dir.resolve("mappings"));
        save(
                "a-b.jslt",
                "import \"words.jslt\" as words\n{\"card\": $card, \"state\": words:state(.)}",
                StandardCharsets.UTF_8);
        save("words.jslt", "def state(x) if ($x == \"已激活\") \"active\" else \"other\"", StandardCharsets.UTF_8);
    }

    private void save(String name, String text, Charset charset) throws IOException {
        Files.write(dir.resolve("mappings").resolve(name), text.getBytes(charset));
    }

    private Mapping compiled() {
        return new Mappings(new RouteFiles(dir, TestSweeps.settings(Map.of())), Json.MAPPER.writer()).of("a-b");
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        for (String name : new String[] {"a-b.jslt", "words.jslt"}) {
            Path file = dir.resolve("mappings").resolve(name);
            save(name, "\uFEFF" + Files.readString(file), StandardCharsets.UTF_8);
        }
        assertThat(new String(compiled().values(null).of("1", Json.MAPPER.readTree("\"已激活\"")), StandardCharsets.UTF_8))
                .contains("\"active\"");
    }

    @Test
    void anotherCharsetIsNamedWithItsFile() throws IOException {
        save("words.jslt", "def state(x) \"已激活\"", Charset.forName("GBK"));
        assertThatThrownBy(this::compiled)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words.jslt is not UTF-8")
                .hasMessageContaining("looks like GBK");
        save("a-b.jslt", "{\"card\": $card}", StandardCharsets.UTF_16);
        assertThatThrownBy(this::compiled)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a-b.jslt is not UTF-8")
                .hasMessageContaining("looks like UTF-16");
    }
}
