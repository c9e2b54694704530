package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All sweeps read one copy while the file stays as it is, and each of them the one it began with. */
class InventoryScanCacheTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path file;
    private int opened;
    private InventoryScanCache scans;

    @BeforeEach
    void threeCards() throws IOException {
        file = folder.resolve("cards.txt");
        write("1001\n1002\n1003\n", 60);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        InventoryScanner scanner = new InventoryScanner(
                folder,
                clock,
                wait -> {
                    throw new AssertionError("nobody writes");
                },
                path -> {
                    opened++;
                    return new FileInputStream(path.toFile());
                });
        scans = new InventoryScanCache(scanner, clock);
    }

    private void write(String cards, long secondsAgo) throws IOException {
        Files.writeString(file, cards);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(secondsAgo)));
    }

    private CardCursor open() throws IOException {
        return scans.open(new Inventory(file));
    }

    private List<String> cards() throws IOException {
        return Copies.cards(open());
    }

    @Test
    void aFileThatStaysIsReadOnce() throws IOException {
        assertThat(cards()).hasSize(3);
        int before = opened;
        assertThat(cards()).hasSize(3);
        assertThat(opened).isEqualTo(before);
    }

    @Test
    void aSweepReadsOnWhatItBeganWithThoughTheFileIsAnotherSince() throws IOException {
        CardCursor first = open();
        CardCursor second = open();
        assertThat(first.next()).isEqualTo("1001");
        write("1002\n1003\n1004\n", 30);
        assertThat(cards()).containsExactly("1002", "1003", "1004");
        Files.delete(file);
        scans.close();
        assertThat(Copies.cards(first)).containsExactly("1002", "1003");
        assertThat(Copies.cards(second)).containsExactly("1001", "1002", "1003");
        assertThat(first.survey().cards()).isEqualTo(3);
    }

    @Test
    void aFileOfTheSameSizeIsReadAgainWhenItsTimeDiffers() throws IOException {
        cards();
        write("1001\n1002\n1002\n", 59);
        assertThat(cards()).containsExactly("1001", "1002");
    }

    @Test
    void aFileInTheOthersPlaceIsReadThoughSizeAndTimeAreTheSame() throws IOException {
        cards();
        Path other = folder.resolve("other.txt");
        Files.writeString(other, "1001\n1001\n1001\n");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(cards()).containsExactly("1001");
    }

    @Test
    void whatWasWrittenJustNowMayBeWrittenAgainUnseen() throws IOException {
        write("1001\n1002\n1003\n", 1);
        cards();
        write("1001\n1001\n1001\n", 1);
        assertThat(cards()).containsExactly("1001");
    }

    @Test
    void aYoungFileThatStaysIsLookedThroughAndNotCopiedAgain() throws IOException {
        write("1001\n1002\n1003\n", 1);
        try (CardCursor first = open();
                CardCursor second = open()) {
            assertThat(second.survey()).isSameAs(first.survey());
            assertThat(opened).isEqualTo(3);
        }
    }

    @Test
    void twoInventoriesDoNotPushEachOtherOut() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "2001\n");
        Files.setLastModifiedTime(other, FileTime.from(NOW.minusSeconds(60)));
        cards();
        assertThat(Copies.cards(scans.open(new Inventory(other)))).containsExactly("2001");
        int before = opened;
        cards();
        Copies.cards(scans.open(new Inventory(other)));
        assertThat(opened).isEqualTo(before);
    }

    @Test
    void oneThatIsReadOnceIsNotKept() throws IOException {
        try (CardCursor cursor = scans.openOnce(new Inventory(file))) {
            assertThat(cursor.survey().cards()).isEqualTo(3);
        }
        int before = opened;
        cards();
        assertThat(opened).isGreaterThan(before);
    }
}
