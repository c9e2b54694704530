package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.config.SettingsException;

/** The copy of an inventory: what was found, for as long as anyone reads it, in a file that nobody else can reach. */
class InventoryCopyTest {

    @TempDir
    private Path folder;

    private Path temp;

    @BeforeEach
    void emptyTemp() throws IOException {
        temp = Files.createDirectory(folder.resolve("temp"));
    }

    private InventoryCopy copy(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("cards.csv"), text);
        return InventoryCopy.of(new Inventory(file).open(), temp);
    }

    @Test
    void aDoubledLineCountsOnce() throws IOException {
        try (InventoryCopy copy = copy("1001\n1002\n1001\n1003\n1001\n")) {
            assertThat(copy.survey().cards()).isEqualTo(3);
            assertThat(Copies.cards(copy.open())).containsExactly("1001", "1002", "1003");
        }
    }

    @Test
    void linesWithoutACardAreCountedAndTheFirstIsNamed() throws IOException {
        try (InventoryCopy copy = copy("\uFEFFcard,account\r\n1001,main\r\n\r\n10-02,main\r\n,main\r\n1003,main\r\n")) {
            assertThat(copy.survey().cards()).isEqualTo(2);
            assertThat(copy.survey().badLines()).isEqualTo(2);
            assertThat(copy.survey().firstBad()).isEqualTo(4);
        }
    }

    @Test
    void theFingerprintIsOfTheCardsAndNotOfHowTheyAreWritten() throws IOException {
        long plain = fingerprint("1001\n1002\n");
        assertThat(fingerprint("\uFEFFname,card\r\na,1001\r\n\r\nb,1002")).isEqualTo(plain);
        assertThat(fingerprint("1001\n1002\n1001\n")).isEqualTo(plain);
        assertThat(fingerprint("1001\n1003\n")).isNotEqualTo(plain);
        assertThat(fingerprint("1001\n1002\n1003\n")).isNotEqualTo(plain);
    }

    private long fingerprint(String text) throws IOException {
        try (InventoryCopy copy = copy(text)) {
            return copy.survey().fingerprint();
        }
    }

    @Test
    void whoeverReadsItReadsOnWhenAllOthersAreGone() throws IOException {
        InventoryCopy copy = copy("1001\n1002\n");
        CardCursor first = copy.open();
        CardCursor second = copy.open();
        copy.close();
        first.close();
        first.close();
        assertThat(Copies.cards(second)).containsExactly("1001", "1002");
        assertThatThrownBy(copy::open).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aThreadThatIsInterruptedReadsOnAndTakesNothingFromOthers() throws IOException {
        try (InventoryCopy copy = copy("1001\n1002\n")) {
            Thread.currentThread().interrupt();
            List<String> read = Copies.cards(copy.open());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(read).containsExactly("1001", "1002");
            assertThat(Copies.cards(copy.open())).containsExactly("1001", "1002");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void itsFileHasNoNameThatIsLeftBehind() throws IOException {
        try (InventoryCopy copy = copy("1001\n1002\n");
                Stream<Path> files = Files.list(temp)) {
            assertThat(copy.survey().cards()).isEqualTo(2);
            assertThat(files).isEmpty();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsRoomIsFreeWhenItsLastUserIsGoneOrItWasNeverMade() throws IOException {
        CardCursor reader;
        try (InventoryCopy copy = copy("1001\n1002\n")) {
            reader = copy.open();
        }
        assertThat(openFiles()).hasSize(1);
        reader.close();
        assertThat(openFiles()).isEmpty();
        Inventory broken = new Inventory(folder.resolve("cards.csv"));
        assertThatThrownBy(() -> InventoryCopy.of(broken.open(brokenOff()), temp))
                .hasMessageContaining("broken off");
        assertThat(openFiles()).isEmpty();
    }

    private static InputStream brokenOff() {
        return new SequenceInputStream(
                new ByteArrayInputStream("1001\n1002\n".getBytes(StandardCharsets.US_ASCII)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken off");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new IOException("broken off");
                    }
                });
    }

    /** The files of the temporary folder that this process has open, whether or not they have a name. */
    private List<String> openFiles() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                // the one that lists them is closed by now
                if (Files.isSymbolicLink(descriptor)) {
                    open.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        }
        open.removeIf(file -> !file.startsWith(temp.toString()));
        return open;
    }

    @Test
    void aTemporaryFolderThatIsNotThereIsNamedWithTheRemedy() throws IOException {
        Files.delete(temp);
        assertThatThrownBy(() -> copy("1001\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(temp.toString())
                .hasMessageContaining("java.io.tmpdir");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNamedWithTheRemedy() throws IOException {
        // a device on which every byte is one too many
        Path link = Files.createSymbolicLink(temp.resolve("cards"), Path.of("/dev/full"));
        try (CardFile full = CardFile.of(link, temp)) {
            CardWriter writer = new CardWriter(full);
            writer.add("1001");
            assertThatThrownBy(writer::flush)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining(temp.toString())
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("java.io.tmpdir");
        }
    }
}
