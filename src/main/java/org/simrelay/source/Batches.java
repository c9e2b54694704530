package org.simrelay.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.inventory.CardCursor;
import org.simrelay.inventory.Inventory;
import org.simrelay.inventory.InventoryScan;
import org.simrelay.inventory.InventoryScanCache;
import org.simrelay.inventory.InventoryScanner;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;

/** Cuts the inventory into batches; the expression of a poll's split. */
public final class Batches implements AutoCloseable {

    private static final int LARGEST = 10_000;

    @FunctionalInterface
    private interface Scan {
        CardCursor open(Inventory inventory) throws IOException;
    }

    private final Settings settings;
    private final InventoryGuard inventoryGuard;
    private final InventoryScanCache scans;

    public Batches(Settings settings, InventoryGuard inventoryGuard, Clock clock) {
        this.settings = settings;
        this.inventoryGuard = inventoryGuard;
        this.scans = new InventoryScanCache(
                new InventoryScanner(
                        Path.of(System.getProperty("java.io.tmpdir")), clock, pause -> Thread.sleep(pause.toMillis())),
                clock);
    }

    /**
     * The batches of a sweep, {@code <vendor>.batch-size} cards each, from {@code cards.file} as it is now: what the
     * sweep hands out is what it counted, whatever becomes of the file.
     *
     * @param inventory a file to read instead, for a replay
     * @throws SettingsException when the inventory cannot be read, holds no card, or lost half of those of the last sweep
     */
    public RequestQueue of(
            @ExchangeProperty("sweep") Sweep sweep, @ExchangeProperty("inventory") @Nullable Path inventory) {
        int size = size(sweep.id().vendor());
        CardCursor cards = inventory == null ? open(file(), scans::open) : open(inventory, scans::openOnce);
        try {
            long count = cards.survey().cards();
            if (inventory == null) {
                sweep.expects(count);
                inventoryGuard.check(sweep.id().poll(), count);
            }
            Progress from = sweep.resumeFrom(BatchSource.fingerprint(cards.survey(), size));
            return sweep.from(new BatchSource(cards, size, from));
        } catch (IOException e) {
            cards.close();
            throw unreadable(e);
        } catch (RuntimeException e) {
            cards.close();
            throw e;
        }
    }

    /** The cards in one request to the vendor. */
    public int size(String vendor) {
        return settings.integer(vendor + ".batch-size", 1, LARGEST);
    }

    /**
     * Reads the inventory once through.
     *
     * @throws SettingsException when it cannot be read or holds no card
     */
    public InventoryScan survey() {
        try (CardCursor cards = open(file(), scans::openOnce)) {
            return cards.survey();
        }
    }

    private Path file() {
        return Path.of(settings.require("cards.file"));
    }

    private static CardCursor open(Path file, Scan scan) {
        CardCursor cards;
        try {
            cards = scan.open(new Inventory(file));
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (cards.survey().cards() == 0) {
            cards.close();
            throw new SettingsException(file
                    + " holds no card; put a card number on each line, or a CSV with a column \"card\" (cards.file)");
        }
        return cards;
    }

    /** Gives back the room of the inventory's copy, once no sweep reads it any more. */
    @Override
    public void close() {
        scans.close();
    }

    private static SettingsException unreadable(IOException e) {
        String what =
                e instanceof java.nio.file.NoSuchFileException ? e.getMessage() + " is not there" : e.getMessage();
        return new SettingsException("the inventory cannot be read: " + what + "; mend it or set cards.file");
    }
}
