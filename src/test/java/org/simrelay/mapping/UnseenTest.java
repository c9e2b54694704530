package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

class UnseenTest {

    private final Unseen unseen = new Unseen();

    private void meets(String text) {
        assertThat(unseen.other(TextNode.valueOf(text)).textValue()).isEqualTo("other");
    }

    @Test
    void theMostFrequentComesFirst() {
        meets("b");
        meets("c");
        meets("c");
        meets("a");
        assertThat(unseen.told()).isEqualTo("\"c\" 2×, \"a\" 1×, \"b\" 1×");
    }

    @Test
    void eachIsToldOnce() {
        meets("a");
        assertThat(unseen.told()).isEqualTo("\"a\" 1×");
        assertThat(unseen.told()).isEmpty();
        meets("b");
        assertThat(unseen.told()).isEqualTo("\"b\" 1×");
    }

    @Test
    void aTextThatChangesWithEachCardIsCountedAndNotKept() {
        for (int i = 0; i < 10_000; i++) {
            meets("text " + i);
        }
        assertThat(unseen.told()).startsWith("further texts 9900×, ").hasSizeLessThan(3_000);
    }

    @Test
    void aLongTextIsCut() {
        meets("x".repeat(10_000));
        assertThat(unseen.told()).startsWith("\"xxx").endsWith("… 1×").hasSizeLessThan(100);
    }
}
