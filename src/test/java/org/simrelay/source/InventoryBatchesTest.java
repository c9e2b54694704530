package org.simrelay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.InventoryChange;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;

/** The inventory of the settings: refused where it is empty or missing, else cut into batches. */
class InventoryBatchesTest {

    // every file here is of a later day, and read without a wait
    private static final Clock CLOCK = Clock.fixed(Instant.parse(TestSweeps.START), ZoneOffset.UTC);

    @TempDir
    Path dir;

    private static InventoryBatches batches() {
        return new InventoryBatches(
                new InventoryGuard(TestSweeps.settings(Map.of())), TestSweeps.accountNames(), CLOCK);
    }

    private static Sweep sweep(Path file) {
        return TestSweeps.of("iotbos-usage", new MovingClock(TestSweeps.START), Map.of("CARDS_FILE", file.toString()));
    }

    private static RequestQueue requests(Path file, int size) {
        Sweep sweep = sweep(file);
        return sweep.from(batches().of(sweep, size, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", "card\n"})
    void anInventoryWithoutACardIsRefused(String text) throws IOException {
        Path file = Files.writeString(dir.resolve("cards.csv"), text);
        assertThatThrownBy(() -> batches().survey(sweep(file).account(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cards.file");
    }

    @Test
    void anInventoryThatIsNotThereIsRefused() {
        Path file = dir.resolve("nowhere.csv");
        assertThatThrownBy(() -> batches().survey(sweep(file).account(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cards.file");
    }

    @Test
    void aFolderInItsPlaceIsRefused() {
        assertThatThrownBy(() -> batches().survey(sweep(dir).account(), null)).isInstanceOf(SettingsException.class);
    }

    @Test
    void theVendorsBatchSizeCutsIt() throws IOException {
        Path file = Files.writeString(dir.resolve("cards.csv"), "1\n2\n3\n4\n5\n");
        RequestQueue requests = requests(file, 2);
        assertThat(next(requests)).containsExactly("1", "2");
        assertThat(next(requests)).containsExactly("3", "4");
        assertThat(next(requests)).containsExactly("5");
        assertThat(requests.next()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aSweepHandsOutWhatItCountedWhateverBecomesOfTheFile(InventoryChange change) throws IOException {
        List<String> cards = Cards.inventory(5_000);
        Path file = Files.write(dir.resolve("cards.csv"), cards);
        RequestQueue requests = requests(file, 2000);
        assertThat(next(requests)).isEqualTo(cards.subList(0, 2_000));
        change.happen(file, cards);
        assertThat(next(requests)).isEqualTo(cards.subList(2_000, 4_000));
        assertThat(next(requests)).isEqualTo(cards.subList(4_000, 5_000));
        assertThat(requests.next()).isNull();
        assertThat(requests.status().expected()).isEqualTo(5_000);
        assertThat(requests.status().unasked()).isZero();
    }

    private static List<String> next(RequestQueue requests) {
        Request request = Objects.requireNonNull(requests.next());
        requests.finished(request);
        return request.cards();
    }

    @ParameterizedTest
    @CsvSource({
        "'1\n2\n3\n4\n5\n', 3",
        "'card,name\n1,a\n2,b\n3,c\n4,d\n5,e', 3",
        "'2\n1\n3\n4\n5\n', 2",
        "'1\n2\n3\n4\n', 1"
    })
    void aSweepThatWasCutGoesOnOnlyWhereTheCardsAreTheSame(String text, String first) throws IOException {
        Path file = Files.writeString(dir.resolve("cards.csv"), "1\n2\n3\n4\n5\n");
        RequestQueue cut = requests(file, 2);
        next(cut);
        Progress done = cut.status().progress();
        assertThat(done.batch()).isEqualTo(1);
        cut.close();
        Files.writeString(file, text);
        Sweep sweep = sweep(file);
        sweep.resumePoint().set(done, 5L);
        assertThat(next(sweep.from(batches().of(sweep, 2, null, null)))).startsWith(first);
    }

    @Test
    void aReplayReadsItsOwnFileThoughThatGoes() throws IOException {
        Path file = Files.writeString(dir.resolve("cards.csv"), "1\n2\n");
        Path failed = Files.writeString(dir.resolve("failed.csv"), "8\n9\n");
        Sweep sweep = sweep(file);
        RequestQueue requests = sweep.from(batches().of(sweep, 1, null, failed));
        Files.delete(failed);
        assertThat(next(requests)).containsExactly("8");
        assertThat(next(requests)).containsExactly("9");
        assertThat(requests.next()).isNull();
    }

    @Test
    void aColumnOfAccountsPicksTheLinesOfEach() throws IOException {
        Path file = Files.writeString(
                dir.resolve("cards.csv"),
                "card,account\n1,iotbos.main\n2,cmiot.main\n3,\n4,iotbos.south\n5,iotbos.main\n");
        RequestQueue requests = requests(file, 10);
        assertThat(next(requests)).containsExactly("1", "3", "5");
        assertThat(requests.next()).isNull();
        assertThat(requests.status().doubt())
                .startsWith("1 lines of the inventory")
                .contains("at line 5", "names an account which is not set");
    }

    @Test
    void anInventoryThatLostMoreThanHalfOfTheLastSweepsCardsIsRefused() throws IOException {
        Path file = Files.writeString(dir.resolve("cards.csv"), "1\n2\n");
        Settings settings = TestSweeps.settings(Map.of("CARDS_FILE", file.toString()));
        InventoryGuard sizes = new InventoryGuard(settings);
        InventoryBatches batches = new InventoryBatches(sizes, TestSweeps.accountNames(), CLOCK);
        sizes.restore(Map.of("iotbos-usage", 4L, "iotbos-state", 5L));
        assertThat(batches.of(sweep(file), 50, null, null)).isNotNull();
        assertThatThrownBy(() -> batches.of(
                        TestSweeps.of(
                                "iotbos-state",
                                new MovingClock(TestSweeps.START),
                                Map.of("CARDS_FILE", file.toString())),
                        50,
                        null,
                        null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("has 2 cards and had 5")
                .hasMessageContaining("cards.may-shrink");
    }

    @Test
    void oneThatMayShrinkIsTaken() throws IOException {
        Path file = Files.writeString(dir.resolve("cards.csv"), "1\n2\n");
        Settings settings = TestSweeps.settings(Map.of("CARDS_FILE", file.toString(), "CARDS_MAY_SHRINK", "true"));
        InventoryGuard sizes = new InventoryGuard(settings);
        sizes.restore(Map.of("iotbos-usage", 5L));
        assertThat(new InventoryBatches(sizes, TestSweeps.accountNames(), CLOCK).of(sweep(file), 50, null, null))
                .isNotNull();
    }
}
