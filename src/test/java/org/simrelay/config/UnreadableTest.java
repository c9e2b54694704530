package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A right that is missing is not told as a folder that is the wrong one. */
class UnreadableTest {

    @Test
    void theRemedyIsTheOneOfTheReason() {
        Path file = Path.of("config", "application.properties");
        assertThat(Unreadable.of(file, new AccessDeniedException(file.toString())))
                .hasMessageStartingWith(file + " may not be read by the user who runs this")
                .hasMessageContaining("chmod")
                .hasMessageNotContaining("start simrelay");
        assertThat(Unreadable.of(file, new NoSuchFileException(file.toString())))
                .hasMessage(file + " cannot be read; start simrelay in the folder that holds config/ and routes/");
    }
}
