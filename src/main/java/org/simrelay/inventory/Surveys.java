package org.simrelay.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last survey of an inventory, kept while its file stays as it was: all polls share one, and it changes seldom. */
final class Surveys {

    // within the tick of a file system's clock a file can change without a trace (FAT: 2 s)
    private static final Duration COARSEST_TICK = Duration.ofSeconds(2);

    private final Clock clock;
    private @Nullable Kept kept;

    Surveys(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the inventory holds now. Sweeps that begin at once wait for one reading.
     *
     * @throws IOException when it cannot be read
     */
    synchronized Survey of(Inventory inventory) throws IOException {
        Instant begun = clock.instant();
        Stamp stamp = Stamp.of(inventory.file());
        Kept before = kept;
        if (before != null && before.stamp().equals(stamp)) {
            return before.survey();
        }
        Survey survey = Survey.of(inventory);
        boolean settled = stamp.modified().toInstant().plus(COARSEST_TICK).isBefore(begun);
        kept = settled && Stamp.of(inventory.file()).equals(stamp) ? new Kept(stamp, survey) : null;
        return survey;
    }

    private record Kept(Stamp stamp, Survey survey) {}

    private record Stamp(Path file, @Nullable Object key, long size, FileTime modified) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(file, attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
        }
    }
}
