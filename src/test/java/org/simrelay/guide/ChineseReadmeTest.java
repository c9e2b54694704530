package org.simrelay.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Chinese README shows the same commands and the same files as the English one. */
class ChineseReadmeTest {

    private static final Path ENGLISH = Path.of("README.md");
    private static final Path CHINESE = Path.of("src/docs/zh-CN.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern COMMENT = Pattern.compile("(?m) {2,}# .*$");

    @Test
    void hasTheSameBlocks() throws IOException {
        assertThat(blocks(ENGLISH)).hasSizeGreaterThan(2);
        assertThat(blocks(CHINESE)).isEqualTo(blocks(ENGLISH));
    }

    @Test
    void namesTheSameTopics() throws IOException {
        assertThat(topics(CHINESE)).isEqualTo(topics(ENGLISH)).isNotEmpty();
    }

    @Test
    void isLinkedAtTheHead() throws IOException {
        assertThat(Files.readAllLines(ENGLISH).subList(0, 3)).anyMatch(line -> line.contains("(" + CHINESE + ")"));
    }

    /** Without what a comment behind a command says, which is in the reader's language. */
    private static List<String> blocks(Path document) throws IOException {
        return BLOCK.matcher(Files.readString(document))
                .results()
                .map(block ->
                        block.group(1) + "\n" + COMMENT.matcher(block.group(2)).replaceAll(""))
                .toList();
    }

    private static List<String> topics(Path document) throws IOException {
        return Pattern.compile("sim\\.[a-z]+")
                .matcher(Files.readString(document))
                .results()
                .map(name -> name.group())
                .distinct()
                .sorted()
                .toList();
    }
}
