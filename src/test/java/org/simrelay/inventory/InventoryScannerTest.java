package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.MovingClock;

/** A copy is of one moment: whatever is written while the file is read, none is made of two states of it. */
class InventoryScannerTest {

    private static final long FIRST = 1_064_800_000_000L;

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    /** What happens to the file. */
    private interface Change {
        void happens() throws IOException;
    }

    @TempDir
    private Path folder;

    private Path file;
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<Duration> waits = new ArrayList<>();

    @BeforeEach
    void manyCards() throws IOException {
        file = Files.writeString(folder.resolve("cards.csv"), lines(0, 20_000));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
    }

    private static String lines(long from, long to) {
        return LongStream.range(from, to).mapToObj(i -> FIRST + i + "\n").collect(Collectors.joining());
    }

    private static List<String> cards(long from, long to) {
        return lines(from, to).lines().toList();
    }

    /** Reads the file, which changes in so many readings, each time when a part of it is read. */
    private List<String> read(int times, Change change) throws IOException {
        int[] left = {times};
        InventoryScanner scanner =
                new InventoryScanner(folder, clock, waits::add, path -> changing(path, left, change));
        try (InventoryCopy copy = scanner.of(new Inventory(file)).copy()) {
            return Copies.cards(copy.open());
        }
    }

    private static InputStream changing(Path path, int[] left, Change change) throws IOException {
        return new FilterInputStream(new FileInputStream(path.toFile())) {
            private int parts;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (++parts == 2 && left[0]-- > 0) {
                    change.happens();
                }
                return super.read(into, offset, length);
            }
        };
    }

    @Test
    void aFileThatStaysIsReadWithoutAWait() throws IOException {
        assertThat(read(0, () -> {})).isEqualTo(cards(0, 20_000));
        assertThat(waits).isEmpty();
    }

    @Test
    void rewrittenInPlaceInTheSameSizeAndWithTheSameTime() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        List<String> read = read(1, () -> {
            Files.writeString(file, lines(1, 20_001), StandardOpenOption.WRITE);
            Files.setLastModifiedTime(file, before);
        });
        assertThat(read).isEqualTo(cards(1, 20_001));
        assertThat(waits).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void appended() throws IOException {
        assertThat(read(1, () -> Files.writeString(file, lines(20_000, 20_003), StandardOpenOption.APPEND)))
                .isEqualTo(cards(0, 20_003));
    }

    @Test
    void cut() throws IOException {
        assertThat(read(1, () -> Files.writeString(file, lines(0, 15_000)))).isEqualTo(cards(0, 15_000));
    }

    @Test
    void replaced() throws IOException {
        List<String> read = read(1, () -> {
            Path other = Files.writeString(folder.resolve("other.csv"), lines(7, 20_007));
            Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
        assertThat(read).isEqualTo(cards(7, 20_007));
    }

    @Test
    void oneThatIsNoInventoryWhileItIsWrittenIsReadWhenItIsDone() throws IOException {
        Files.writeString(file, "\"");
        boolean[] done = {false};
        InventoryScanner scanner = new InventoryScanner(folder, clock, waits::add, path -> {
            InputStream before = new FileInputStream(path.toFile());
            if (!done[0]) {
                done[0] = true;
                Files.writeString(path, "1001\n", StandardOpenOption.TRUNCATE_EXISTING);
                return InputStream.nullInputStream();
            }
            return before;
        });
        try (InventoryCopy copy = scanner.of(new Inventory(file)).copy()) {
            assertThat(Copies.cards(copy.open())).containsExactly("1001");
        }
    }

    @Test
    void oneThatIsWrittenAllTheTimeIsRefusedWithTheRemedy() {
        int[] more = {20_000};
        assertThatThrownBy(() -> read(
                        Integer.MAX_VALUE,
                        () -> Files.writeString(file, lines(more[0], ++more[0]), StandardOpenOption.APPEND)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("changed in each of 8 readings")
                .hasMessageContaining("rename");
        assertThat(waits).hasSize(7).endsWith(Duration.ofMillis(6_400));
    }

    @Test
    void oneThatGoesAwayIsNotThere() {
        assertThatThrownBy(() -> read(1, () -> Files.delete(file))).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "999, 5", "1000, 0", "60000, 0", "-1, 0"})
    void oneThatWasWrittenAMomentAgoIsGivenTime(long age, int expected) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusMillis(age)));
        assertThat(read(0, () -> {})).isEqualTo(cards(0, 20_000));
        assertThat(waits).hasSize(expected);
    }

    @Test
    void anExportThatWritesPartAfterPartIsReadWhenItIsDone() throws IOException {
        MovingClock moving = new MovingClock(NOW.toString());
        Files.setLastModifiedTime(file, FileTime.from(NOW));
        InventoryScanner scanner = new InventoryScanner(folder, moving, wait -> {
            moving.move(wait);
            if (waits.size() < 3) {
                writePart(20_000 + waits.size(), moving.instant());
            }
            waits.add(wait);
        });
        try (InventoryCopy copy = scanner.of(new Inventory(file)).copy()) {
            assertThat(Copies.cards(copy.open())).isEqualTo(cards(0, 20_003));
        }
    }

    private void writePart(int card, Instant at) {
        try {
            Files.writeString(file, lines(card, card + 1), StandardOpenOption.APPEND);
            Files.setLastModifiedTime(file, FileTime.from(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderIsNone() {
        InventoryScanner scanner = new InventoryScanner(folder, clock, waits::add);
        assertThatThrownBy(() -> scanner.of(new Inventory(folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no file");
    }

    @Test
    void whoIsInterruptedWhileItIsWrittenIsToldSo() {
        InventoryScanner scanner = new InventoryScanner(
                folder,
                clock,
                wait -> {
                    throw new InterruptedException();
                },
                path -> changing(path, new int[] {1}, () -> Files.writeString(file, lines(0, 3))));
        assertThatThrownBy(() -> scanner.of(new Inventory(file))).hasMessageContaining("stopped");
        assertThat(Thread.interrupted()).isTrue();
    }
}
