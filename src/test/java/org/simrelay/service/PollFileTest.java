package org.simrelay.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PollFileTest {

    private final PollFile file = new PollFile(Path.of("iotbos-usage.camel.yaml"), "good");

    @Test
    void whatWasRejectedIsLookedAtAgainOnceTheFileWasWellBetween() {
        assertThat(saved("broken")).isTrue();
        file.reject("broken", "a tab");
        assertThat(saved("broken")).isFalse();

        assertThat(saved("good")).isFalse();

        assertThat(saved("broken")).isTrue();
    }

    private boolean saved(String text) {
        boolean unused = file.isSaved(text, "");
        return file.isSaved(text, "");
    }
}
