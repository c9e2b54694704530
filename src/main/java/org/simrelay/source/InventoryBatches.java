package org.simrelay.source;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.config.SettingsException;
import org.simrelay.inventory.CardCursor;
import org.simrelay.inventory.Inventory;
import org.simrelay.inventory.InventoryScan;
import org.simrelay.inventory.InventoryScanCache;
import org.simrelay.inventory.InventoryScanner;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Sweep;

/** Cuts an account's inventory into batches. */
public final class InventoryBatches implements AutoCloseable {

    @FunctionalInterface
    private interface Scan {
        CardCursor open(Inventory inventory) throws IOException;
    }

    private final InventoryGuard guard;
    private final InventoryScanCache scans;

    public InventoryBatches(InventoryGuard guard, Clock clock) {
        this.guard = guard;
        this.scans = new InventoryScanCache(
                new InventoryScanner(
                        Path.of(System.getProperty("java.io.tmpdir")), clock, pause -> Thread.sleep(pause.toMillis())),
                clock);
    }

    /**
     * The batches of a sweep, from its inventory as it is now: what the sweep hands out is what it counted, whatever becomes of the
     * file.
     *
     * @param size cards in a batch
     * @param key the setting that names the inventory; null for that of the account
     * @param instead a file to read instead, for a replay
     * @throws SettingsException when the inventory cannot be read, holds no card, or lost half of those of the last sweep
     */
    public CardSource of(Sweep sweep, int size, @Nullable String key, @Nullable Path instead) {
        CardCursor cards = instead == null
                ? open(file(sweep.account(), key), sweep.account(), scans::open)
                : open(instead, sweep.account(), scans::openOnce);
        try {
            long count = cards.survey().cards();
            if (instead == null) {
                sweep.resumePoint().expect(count);
                guard.check(sweep.id().key(), count);
            }
            Progress from = sweep.resumePoint().begin(BatchSource.fingerprint(cards.survey(), size));
            return new BatchSource(cards, size, from);
        } catch (IOException e) {
            cards.close();
            throw unreadable(e);
        } catch (RuntimeException e) {
            cards.close();
            throw e;
        }
    }

    /**
     * Reads an inventory once through.
     *
     * @param key the setting that names it; null for that of the account
     * @throws SettingsException when it cannot be read or holds no card
     */
    public InventoryScan survey(Account account, @Nullable String key) {
        try (CardCursor cards = open(file(account, key), account, scans::openOnce)) {
            return cards.survey();
        }
    }

    private static Path file(Account account, @Nullable String key) {
        return key == null ? account.cards() : account.cards(key);
    }

    private static CardCursor open(Path file, Account account, Scan scan) {
        CardCursor cards;
        try {
            cards = scan.open(Inventory.of(file, account.id()));
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (cards.survey().cards() == 0) {
            cards.close();
            throw new SettingsException(file + " holds no card of " + account.id()
                    + "; put a card number on each line, or a CSV with a column \"card\" (cards.file)");
        }
        return cards;
    }

    /** Gives back the room of the inventories' copies, once no sweep reads them any more. */
    @Override
    public void close() {
        scans.close();
    }

    private static SettingsException unreadable(IOException e) {
        String what = e instanceof NoSuchFileException ? e.getMessage() + " is not there" : e.getMessage();
        return new SettingsException("the inventory cannot be read: " + what + "; mend it or set cards.file");
    }
}
