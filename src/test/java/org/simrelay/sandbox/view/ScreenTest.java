package org.simrelay.sandbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Screen screen =
            new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), Style.plain(), Clock.systemUTC());

    @Test
    void breaksALongReasonBetweenWords() {
        String reason = "the list moved in each of 5 readings: its last total was 296, the last reading had 303 cards";
        screen.more(reason);
        assertThat(lines()).hasSize(2).allMatch(l -> l.length() <= 100);
        assertThat(String.join(" ", lines()).replaceAll(" +", " ").strip()).isEqualTo(reason);
    }

    @Test
    void cutsWhatHasNoEnd() {
        screen.more("word ".repeat(100));
        screen.more("x".repeat(300));
        screen.line("card", "poll", "数".repeat(80), word -> word);
        assertThat(lines()).hasSize(5).allMatch(l -> l.length() <= 101);
        assertThat(lines().get(4)).endsWith("数…").hasSize(34 + 33 + 1);
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
