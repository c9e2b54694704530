package org.simrelay.inventory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last copy of each inventory, kept while its file stays as it was: all polls share one, and it changes seldom. */
final class InventoryScanCache implements AutoCloseable {

    // within the tick of a file system's clock a file can change without a trace (FAT: 2 s)
    private static final Duration COARSEST_TICK = Duration.ofSeconds(2);

    private final InventoryScanner scanner;
    private final Clock clock;
    private final Map<Path, Kept> kept = new HashMap<>();

    InventoryScanCache(InventoryScanner scanner, Clock clock) {
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * What the inventory holds now, for one user more, who closes the cursor. Sweeps that begin at once wait for one reading.
     *
     * @throws IOException when it cannot be read
     */
    synchronized CardCursor open(Inventory inventory) throws IOException {
        Path file = inventory.file();
        Instant begun = clock.instant();
        Stamp stamp = Stamp.of(file);
        Kept before = kept.get(file);
        if (before != null && before.stamp().equals(stamp)) {
            return before.copy().open();
        }
        InventoryCopy copy = scanner.of(inventory);
        CardCursor cursor = copy.open();
        forget(file);
        if (stamp.modified().toInstant().plus(COARSEST_TICK).isBefore(begun)) {
            kept.put(file, new Kept(stamp, copy));
        } else {
            copy.close();
        }
        return cursor;
    }

    /**
     * What an inventory holds that is read but once.
     *
     * @throws IOException when it cannot be read
     */
    CardCursor openOnce(Inventory inventory) throws IOException {
        try (InventoryCopy copy = scanner.of(inventory)) {
            return copy.open();
        }
    }

    private void forget(Path file) {
        Kept before = kept.remove(file);
        if (before != null) {
            before.copy().close();
        }
    }

    /** Keeps none any more; those that are read stay until they are closed. */
    @Override
    public synchronized void close() {
        List.copyOf(kept.keySet()).forEach(this::forget);
    }

    /** @param stamp of the file before it was read: a later one is another's */
    private record Kept(Stamp stamp, InventoryCopy copy) {}
}
