package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

class UnmappedTextsTest {

    private final UnmappedTexts unmapped = new UnmappedTexts();

    private void meets(String text) {
        assertThat(unmapped.other(TextNode.valueOf(text)).textValue()).isEqualTo("other");
    }

    @Test
    void theMostFrequentComesFirst() {
        meets("b");
        meets("c");
        meets("c");
        meets("a");
        assertThat(unmapped.takeReport()).isEqualTo("\"c\" 2×, \"a\" 1×, \"b\" 1×");
    }

    @Test
    void eachIsToldOnce() {
        meets("a");
        assertThat(unmapped.takeReport()).isEqualTo("\"a\" 1×");
        assertThat(unmapped.takeReport()).isEmpty();
        meets("b");
        assertThat(unmapped.takeReport()).isEqualTo("\"b\" 1×");
    }

    @Test
    void aTextThatChangesWithEachCardIsCountedAndNotKept() {
        for (int i = 0; i < 10_000; i++) {
            meets("text " + i);
        }
        assertThat(unmapped.takeReport()).startsWith("further texts 9900×, ").hasSizeLessThan(3_000);
    }

    @Test
    void aLongTextIsCut() {
        meets("x".repeat(10_000));
        assertThat(unmapped.takeReport()).startsWith("\"xxx").endsWith("… 1×").hasSizeLessThan(100);
    }
}
