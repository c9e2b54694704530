package org.simrelay.source;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.AccountNames;
import org.simrelay.config.SettingsException;
import org.simrelay.inventory.CardCursor;
import org.simrelay.inventory.Inventory;
import org.simrelay.inventory.InventoryScan;
import org.simrelay.inventory.InventoryScanCache;
import org.simrelay.inventory.InventoryScanner;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts an account's inventory into batches. */
public final class InventoryBatches implements AutoCloseable {

    @FunctionalInterface
    private interface Scan {
        CardCursor open(Inventory inventory) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(InventoryBatches.class);

    private final InventoryGuard guard;
    private final AccountNames names;
    private final InventoryScanCache scans;

    /** @param names the accounts that lines may name */
    public InventoryBatches(InventoryGuard guard, AccountNames names, Clock clock) {
        this.names = names;
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
        return account.cardsFile().ofPoll(key);
    }

    private CardCursor open(Path file, Account account, Scan scan) {
        CardCursor cards;
        try {
            cards = scan.open(new Inventory(file, names.owner(account)));
        } catch (IOException e) {
            throw unreadable(e);
        }
        warnOfShared(file, account, cards);
        if (cards.survey().cards() == 0) {
            cards.close();
            throw NoCards.of(file, account.id(), cards.survey());
        }
        return cards;
    }

    /** Accounts that ask for the same cards publish each card twice. */
    private void warnOfShared(Path file, Account account, CardCursor cards) {
        if (cards.namesAccounts()) {
            return;
        }
        List<String> others = names.sharing(account);
        if (!others.isEmpty() && account.warnOnce("shared " + file)) {
            LOG.warn(
                    "{} and {} both ask for all cards of {}: add a column \"account\" to it, or set {}.cards.file",
                    account.id(),
                    String.join(", ", others),
                    file,
                    others.get(0));
        }
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
