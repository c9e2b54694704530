package org.simrelay.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from outside writes no line and no escape sequence of its own. */
class VisibleTest {

    @Test
    void whatWouldActIsSeen() {
        assertThat(Visible.line("a\nb\r\n\tc\u001b[31m\u0007\u009b\u007f\u0000"))
                .isEqualTo("a\\nb\\r\\n\\tc\\u001b[31m\\u0007\\u009b\\u007f\\u0000");
        assertThat(Visible.line("\u0085\u2028\u2029\u200b\u202e\u2066\u200f\ufeff\u061c"))
                .isEqualTo("\\u0085\\u2028\\u2029\\u200b\\u202e\\u2066\\u200f\\ufeff\\u061c");
        assertThat(Visible.line("x\ud800y\udc00z")).isEqualTo("x\\ud800y\\udc00z");
        assertThat(Visible.line("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "已激活 – ñ é 😀", "a\\nb"})
    void therestStays(String text) {
        assertThat(Visible.line(text)).isEqualTo(text);
    }

    @Test
    void linesOfABlockAreIndented() {
        assertThat(Visible.block("a: b\r\n2026-11-26 INFO complete\n\u001b[0m").lines())
                .containsExactly("a: b", "  2026-11-26 INFO complete", "  \\u001b[0m");
    }
}
