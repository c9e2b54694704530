package org.simrelay.inventory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.simrelay.inventory.InventoryScanner.Scan;

/** The last copy of each inventory, kept while its file stays as it was: all polls share one, and it changes seldom. */
public final class InventoryScanCache implements AutoCloseable {

    // within the tick of a file system's clock a file can change without a trace (FAT: 2 s)
    private static final Duration COARSEST_TICK = Duration.ofSeconds(2);

    private final InventoryScanner scanner;
    private final Clock clock;
    private final Map<String, Kept> kept = new HashMap<>();

    public InventoryScanCache(InventoryScanner scanner, Clock clock) {
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * What the inventory holds now, for one user more, who closes the cursor. Sweeps that begin at once wait for one reading.
     *
     * @throws IOException when it cannot be read
     */
    public synchronized CardCursor open(Inventory inventory) throws IOException {
        Path file = inventory.file();
        Instant begun = clock.instant();
        String own = file + "\n" + inventory.owner().account();
        for (String key : List.of(file.toString(), own)) {
            Kept before = kept.get(key);
            if (before != null && holds(before, Stamp.of(file))) {
                return before.scan().copy().open();
            }
        }
        Scan scan = scanner.of(inventory);
        // one copy serves all, unless its lines are of one account
        String key = scan.copy().namesAccounts() ? own : file.toString();
        forget(file.toString());
        forget(key);
        kept.put(key, new Kept(scan, isSettled(scan.stamp(), begun)));
        return scan.copy().open();
    }

    /** Whether the file is as it was; one that was young when it was read is looked through. */
    private boolean holds(Kept before, Stamp now) {
        return now.equals(before.scan().stamp()) && (before.settled() || scanner.isStill(before.scan()));
    }

    private static boolean isSettled(Stamp stamp, Instant begun) {
        return stamp.modified().toInstant().plus(COARSEST_TICK).isBefore(begun);
    }

    /**
     * What an inventory holds that is read but once.
     *
     * @throws IOException when it cannot be read
     */
    public CardCursor openOnce(Inventory inventory) throws IOException {
        try (InventoryCopy copy = scanner.of(inventory).copy()) {
            return copy.open();
        }
    }

    private void forget(String key) {
        Kept before = kept.remove(key);
        if (before != null) {
            before.scan().copy().close();
        }
    }

    /** Keeps none any more; those that are read stay until they are closed. */
    @Override
    public synchronized void close() {
        List.copyOf(kept.keySet()).forEach(this::forget);
    }

    /** @param settled whether whatever was written later has another stamp */
    private record Kept(Scan scan, boolean settled) {}
}
