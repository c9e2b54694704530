package org.simrelay.inventory;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.Pause;

/** Copies an inventory into the temporary folder, as it was at one moment. */
public final class InventoryScanner {

    /** How to open a file's bytes; a test has more happen meanwhile. */
    @FunctionalInterface
    public interface Opener {
        InputStream open(Path file) throws IOException;
    }

    /**
     * What was read.
     *
     * @param stamp of the file, before and after
     * @param sum over its bytes
     */
    public record Scan(InventoryCopy copy, Stamp stamp, long sum) {}

    private static final int MOST_READINGS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    // whoever writes a list in parts writes the next one within a second, mostly
    private static final Duration YOUNG = Duration.ofSeconds(1);
    // after 3 s a young file is taken for one that is often written
    private static final int READINGS_FOR_THE_OLD = 5;

    private final Path folder;
    private final Clock clock;
    private final Pause pause;
    private final Opener opener;

    /** @param folder where the copies go */
    public InventoryScanner(Path folder, Clock clock, Pause pause) {
        this(folder, clock, pause, file -> new FileInputStream(file.toFile()));
    }

    public InventoryScanner(Path folder, Clock clock, Pause pause, Opener opener) {
        this.folder = folder;
        this.clock = clock;
        this.pause = pause;
        this.opener = opener;
    }

    /**
     * Reads it through, and then again: where nothing differs, there was a moment between in which it was just so. Else it is
     * read anew, some 13 s long at most. One that was written a moment ago is given time to be finished.
     *
     * @throws IOException when it cannot be read, is no inventory, or never stays as it is
     * @throws SettingsException when the temporary folder does not take it
     */
    Scan of(Inventory inventory) throws IOException {
        Duration wait = FIRST_PAUSE;
        for (int reading = 1; reading <= MOST_READINGS; reading++) {
            boolean young = reading <= READINGS_FOR_THE_OLD && isYoung(inventory.file());
            Scan scan = young ? null : read(inventory);
            if (scan != null) {
                return scan;
            }
            if (reading < MOST_READINGS) {
                pause(wait);
                wait = wait.multipliedBy(2);
            }
        }
        throw new IOException(inventory.file() + " is being written: it changed in each of " + MOST_READINGS
                + " readings; write a new file beside it and rename that");
    }

    /** Whether it was written just now, so that the rest may be still to come. */
    private boolean isYoung(Path file) throws IOException {
        Duration age = Duration.between(Stamp.of(file).modified().toInstant(), clock.instant());
        return !age.isNegative() && age.compareTo(YOUNG) < 0;
    }

    private @Nullable Scan read(Inventory inventory) throws IOException {
        Path file = inventory.file();
        Stamp before = Stamp.of(file);
        CRC32C sum = new CRC32C();
        InventoryCopy copy;
        try {
            InputStream in = opener.open(file);
            copy = InventoryCopy.of(inventory.open(new CheckedInputStream(in, sum)), folder);
        } catch (IOException e) {
            if (isStill(before)) {
                throw e;
            }
            return null;
        }
        Scan scan = new Scan(copy, before, sum.getValue());
        if (isStill(scan)) {
            return scan;
        }
        copy.close();
        return null;
    }

    /** Whether the file holds what was read, by its bytes. */
    boolean isStill(Scan scan) {
        // the stamp comes last: what was written up to here has changed it
        return sum(scan.stamp().file()) == scan.sum() && isStill(scan.stamp());
    }

    private static boolean isStill(Stamp before) {
        try {
            return Stamp.of(before.file()).equals(before);
        } catch (IOException e) {
            return false;
        }
    }

    /** The sum over a file's bytes; that of no file where it cannot be read. */
    private long sum(Path file) {
        CRC32C sum = new CRC32C();
        byte[] part = new byte[1 << 16];
        try (InputStream in = opener.open(file)) {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                sum.update(part, 0, length);
            }
            return sum.getValue();
        } catch (IOException e) {
            return -1;
        }
    }

    private void pause(Duration wait) throws IOException {
        try {
            pause.of(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the inventory was being written", e);
        }
    }
}
