package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveysTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final Surveys surveys = new Surveys(Clock.fixed(NOW, ZoneOffset.UTC));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void threeCards() throws IOException {
        file = folder.resolve("cards.txt");
        write("1001\n1002\n1003\n", 60);
    }

    @Test
    void aFileThatStaysIsReadOnce() throws IOException {
        Survey first = surveys.of(new Inventory(file));
        assertThat(first.cards()).isEqualTo(3);
        assertThat(surveys.of(new Inventory(file))).isSameAs(first);
    }

    @Test
    void aFileThatGrewIsReadAgain() throws IOException {
        surveys.of(new Inventory(file));
        write("1001\n1002\n1003\n1004\n", 60);
        assertThat(surveys.of(new Inventory(file)).cards()).isEqualTo(4);
    }

    @Test
    void aFileOfTheSameSizeIsReadAgainWhenItsTimeDiffers() throws IOException {
        Survey first = surveys.of(new Inventory(file));
        write("1001\n1002\n1002\n", 59);
        assertThat(surveys.of(new Inventory(file))).isNotEqualTo(first);
    }

    @Test
    void aFileInTheOthersPlaceIsReadThoughSizeAndTimeAreTheSame() throws IOException {
        surveys.of(new Inventory(file));
        Path other = folder.resolve("other.txt");
        Files.writeString(other, "1001\n1001\n1001\n");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(surveys.of(new Inventory(file)).cards()).isEqualTo(1);
    }

    @Test
    void whatWasWrittenJustNowMayBeWrittenAgainUnseen() throws IOException {
        write("1001\n1002\n1003\n", 1);
        surveys.of(new Inventory(file));
        write("1001\n1001\n1001\n", 1);
        assertThat(surveys.of(new Inventory(file)).cards()).isEqualTo(1);
    }

    private void write(String cards, long secondsAgo) throws IOException {
        Files.writeString(file, cards);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(secondsAgo)));
    }
}
